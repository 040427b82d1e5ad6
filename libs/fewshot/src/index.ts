export { type HeadArm, headArms, TRAINED_KIND, trainedSettings } from './advisor/arms.js';
export { armsOf, type Calibration, calibrationOf, probeOf, ranked } from './advisor/calibration.js';
export { ENCODER_SHARE, encodingSeconds, onTokens } from './advisor/encoding-seconds.js';
export { countedExamples, fitsOfFolds, type HeadSize, headSeconds } from './advisor/head-seconds.js';
export { type NetworkWork, networkSeconds, START_SECONDS } from './advisor/network-seconds.js';
export { logErrorAt, type Normal } from './advisor/power-law.js';
export { type ArmPrediction, predictArms } from './advisor/predict-arms.js';
export { type Prior, priorOf } from './advisor/prior.js';
export { probeFeatures, probing } from './advisor/probe-features.js';
export { MOST_PROBED, type ProbePlans, probePlans } from './advisor/probe-plans.js';
export { probeSeconds } from './advisor/probe-seconds.js';
export { type ArmHits, type ArmProbe, probedArms } from './advisor/probed-arms.js';
export { type AdvisorRecord, MORE_SHOTS } from './advisor/records.js';
export { constant, isConstant } from './engine/constant.js';
export { eagerEngine } from './engine/eager.js';
export { type Objective, objective } from './engine/objective.js';
export type { OptimizerConfig } from './engine/optimizer.js';
export { checkedFeed, packed, sizeOf } from './engine/packed.js';
export type {
  Engine,
  Fed,
  Feeds,
  LossResult,
  Packed,
  Program,
  ProgramSpec,
  Query,
  Snapshot,
  Tensors,
  Training,
} from './engine/program.js';
export { ProgramError } from './engine/program-error.js';
export { slotNames } from './engine/slots.js';
export { stepFactors } from './engine/step-factors.js';
export { type ClassRows, classRows } from './episodes/class-rows.js';
export { splitClasses } from './episodes/class-split.js';
export { type EpisodeSet, episodeSet, hashedSet } from './episodes/episode-set.js';
export { meanInterval } from './episodes/mean-interval.js';
export { rotatedClasses, rotatedPictures } from './episodes/rotated-classes.js';
export { drawn, type EpisodeShape } from './episodes/sample-episode.js';
export type { Candidate } from './evaluation/candidate.js';
export { type Comparison, compareCandidates } from './evaluation/comparison/compare-candidates.js';
export { assertComparable, pairedValues, type UnitMetric } from './evaluation/comparison/paired-values.js';
export { LEAST_TO_STOP, type StopRule, studyDecision } from './evaluation/comparison/study-decision.js';
export { evaluateFeatures, evaluatePlans } from './evaluation/evaluate-features.js';
export { penaltyGrid } from './evaluation/grids/penalty-grid.js';
export { type Report, report } from './evaluation/report.js';
export { shotCurve, unitsOfShots } from './evaluation/shot-curve.js';
export { softmaxRows } from './evaluation/units/probabilities.js';
export { episodePlans, type Protocol, unitPlans } from './evaluation/units/protocol.js';
export { intervalOf, type Unit, type UnitKind, type UnitPlan } from './evaluation/units/unit.js';
export { classAverages, unitScores } from './evaluation/units/unit-scores.js';
export { batchNorm } from './gradients/batch-norm.js';
export { crossEntropies, crossEntropy } from './gradients/cross-entropy.js';
export { installGradients } from './gradients/install.js';
export { type Algebra, type KeptMatrix, useAlgebra } from './heads/algebra/algebra.js';
export { solvePositive } from './heads/algebra/cholesky.js';
export { columnProducts, dot, type Matrix, matrix, rowOf, rowsOf } from './heads/algebra/matrix.js';
export { fitHead, type HeadSettings } from './heads/fit-head.js';
export { headScores, type Support } from './heads/head.js';
export type { FittedHead } from './heads/head-kind.js';
export { type HeadMethod, headKind, headKinds } from './heads/head-kinds.js';
export { discriminant } from './heads/linear/discriminant.js';
export { logisticHead } from './heads/linear/logistic.js';
export { ridgeByLeaveOneOut, ridgeHead } from './heads/linear/ridge.js';
export { nearestNeighbours } from './heads/nearness/nearest-neighbours.js';
export { forest } from './heads/trees/forest.js';
export { tableEnsemble } from './heads/trees/table-ensemble.js';
export type { TableColumn } from './inputs/columns/column-kind.js';
export { missingCell } from './inputs/columns/column-kinds.js';
export { unfittedTexts } from './inputs/columns/text-column.js';
export { encodeExamples, type RawExamples } from './inputs/examples.js';
export { inputSpec } from './inputs/fit-input.js';
export {
  type CategoryColumn,
  type InputColumn,
  type InputSpec,
  type NumberColumn,
  type NumberReading,
  type SentenceEncoderName,
  sentenceEncoderNames,
  type TableInput,
  type TextColumn,
} from './inputs/input-spec.js';
export { joinedEncoder } from './inputs/joined-encoder.js';
export { languageShares } from './inputs/language-shares.js';
export { sentencePieces } from './inputs/sentence-pieces.js';
export { staticEncoder } from './inputs/static-encoder.js';
export { encodeTable } from './inputs/table.js';
export {
  type EncoderLayers,
  hasEncoderLayers,
  setTextEncoder,
  type TextEncoder,
  textEncoder,
} from './inputs/text-encoders.js';
export {
  type SentencePieceModel,
  sentencePieceTokenizer,
  setTokenizer,
  type Tokenizer,
  tokenizerOf,
  wordPieceTokenizer,
} from './inputs/tokenizers.js';
export { BERT_SPECIALS, type WordPieceVocabulary } from './inputs/word-pieces.js';
export { featureMap } from './maps/feature-map.js';
export { shownRows } from './maps/shown-rows.js';
export { denseBackbone, featureCount, withoutHead } from './meta/backbone.js';
export { buildSubModel } from './meta/build-sub-model.js';
export { episodeScorer } from './meta/episodes/episode-scorer.js';
export { evaluateEpisodes } from './meta/episodes/evaluate-episodes.js';
export { classCopies, type MetaTask } from './meta/meta-data.js';
export { hasFixedWays, metaMethod, metaMethods } from './meta/meta-methods.js';
export type { MetaModel } from './meta/meta-model.js';
export { backboneFor } from './meta/meta-start.js';
export { type MetaTrained, metaTrain } from './meta/meta-train.js';
export { plannedEpochs } from './meta/stages.js';
export type { Classifier } from './methods/classifier.js';
export { type MetaSettings, metaTrainOptions } from './methods/meta.options.js';
export { patientPredictor } from './methods/patient-predictor.js';
export {
  headPredictor,
  type ModelAnswer,
  type NetworkRunner,
  networkRunner,
  type Predictor,
  predictor,
} from './methods/predict.js';
export { networkFor, type Pretrained, pretrain } from './methods/pretrain.js';
export { type PretrainSettings, pretrainOptions } from './methods/pretrain.options.js';
export { methodDescriptors } from './methods/registry.js';
export { type TransferSettings, transferTrainOptions } from './methods/transfer.options.js';
export { conv4 } from './networks/conv4.js';
export { forward } from './networks/forward.js';
export { initialWeights } from './networks/initial-weights.js';
export type { Activation, Layer, Network, Padding } from './networks/layer.js';
export { withoutNearness } from './networks/layer.js';
export { multiplications } from './networks/multiplications.js';
export { withoutPoses } from './networks/poses.js';
export { count, type LayerShape, layerShapes, parameterCount } from './networks/shapes.js';
export { isStock, tfjsLayersModel } from './networks/tfjs-layers.js';
export { bert, miniLm } from './networks/transformers/bert.js';
export { distanceBucket, FARTHEST } from './networks/transformers/distances.js';
export { textTower } from './networks/transformers/text-tower.js';
export { vit } from './networks/transformers/vit.js';
export { unfitArray } from './networks/unfit-array.js';
export { type HeadOptionSettings, headOptions } from './options/head-options.js';
export { objectiveOptions } from './options/objective-options.js';
export { optimizerOptions } from './options/optimizer-options.js';
export type { Option, SettingsOf } from './options/option.js';
export { optionsOfMethod } from './options/options-of-method.js';
export { readSettings, settingText } from './options/settings.js';
export { trainingOptions } from './options/training-options.js';
export { derivedSeed, randomFrom, shuffled } from './random/random.js';
export { stratifiedHoldOut } from './splits/stratified.js';
export { argMax } from './statistics/classification.js';
export { type Figure, meanFigure } from './statistics/figure.js';
export { criticalDifference } from './statistics/friedman.js';
export { leastCostThreshold, type MistakeCosts } from './statistics/least-cost-threshold.js';
export { populationStability } from './statistics/population-stability.js';
export {
  areaUnderRoc,
  type ThresholdCounts,
  thresholdCounts,
  thresholdRates,
} from './statistics/threshold-counts.js';
export { wilsonInterval } from './statistics/wilson.js';
export { type Evaluated, softmax } from './training/evaluate.js';
export type { FitSettings } from './training/fit.js';
export type { FitProgress, FitState } from './training/fit-progress.js';
export { Diverged } from './training/step-columns.js';
export { backboneOf } from './transfer/backbone-of.js';
export { type ChosenHead, chooseHead, type HeadProgress, offeredHeads } from './transfer/choose-head.js';
export { namedInWords, readsMeaning } from './transfer/class-names.js';
export { type Backbone, featureExtractor } from './transfer/feature-extractor.js';
export { tuningCost, WORDS } from './transfer/held-arrays.js';
export { heldOutScores } from './transfer/held-out.js';
export { PLAIN_INPUT, plainBackbone, plainFeatures } from './transfer/plain-backbone.js';
export { splitHead } from './transfer/split-head.js';
export { tellingColumns } from './transfer/telling-columns.js';
export { tokenEncoder } from './transfer/token-encoder.js';
export { transfer } from './transfer/transfer.js';
export { tuningProgram, tuningSpec } from './transfer/tuning/tuning-program.js';
export { withFittedHead } from './transfer/with-fitted-head.js';
export { contributionsOf, walkedRows, walksOf } from './trust/columns/contributions.js';
export { permutationImportance } from './trust/columns/permutation-importance.js';
export { coverageOf, fewestFor, nonconformity, predictionSet } from './trust/conformal.js';
export { labelOrder } from './trust/label-order.js';
export { type LabelledRows, type LabelSpace, labelSpace } from './trust/label-space.js';
export type { AmbiguousPair } from './trust/labels/ambiguous-pairs.js';
export { checkLabels, type LabelCheck } from './trust/labels/check-labels.js';
export { type Duplicate, type DuplicatesFound, findDuplicates } from './trust/labels/duplicates.js';
export type { Suspicion } from './trust/labels/suspicious-labels.js';
export { leaveOneOutScores, type SupportShare, supportShares } from './trust/provenance.js';
export { leaveOneOut, type SupportRule } from './trust/support-rule.js';
export { supportRuleOf } from './trust/support-rule-of.js';
export { type SurenessPoint, strengthFor, surenessOf } from './trust/sureness.js';
export { chosenRule } from './trust/transfer-rule.js';
export { ofFirstClass, twoClassesOf } from './trust/two-classes.js';
