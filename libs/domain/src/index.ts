export { type Role, roleScopes, roles, type Scope, scopes } from './access/scopes.js';
export { readProviderBegin, readProviderFinish, readSignIn } from './access/sign-in.js';
export {
  type Advice,
  type AdviceProgress,
  type AdvisedOption,
  type AdvisorBudget,
  advisorBudget,
  type PredictedFigure,
} from './advisor/recommendation.js';
export { type AnswerSettings, classRule, modelRule, surenessUnder } from './answer/answer-rule.js';
export { type BundledAnswering, readAnswering } from './answer/bundled-answering.js';
export { type Decision, decision } from './answer/decision.js';
export { type PredictRequest, readPredictRequest } from './answer/predict-request.js';
export { type Int8Arrays, narrowed, quantised } from './arrays/int8.js';
export {
  type ArrayEntry,
  arrayFrom,
  decodeArrays,
  encodeArrays,
  MOST_HEADER_BYTES,
  readHeader,
} from './arrays/safetensors.js';
export {
  DomainError,
  type ErrorCode,
  errorCodes,
  type Failure,
  failureOf,
  isDiskFull,
} from './domain-error.js';
export { domainErrorsOf } from './domain-errors-of.js';
export { type EditedRows, editRows } from './edit/edit-rows.js';
export { type AddedLine, isEmptyEdit, type VersionEdit, versionEdit } from './edit/version-edit.js';
export { encoderModel, isEncoderModel } from './encoder-model.js';
export {
  type CandidateSpec,
  type EvaluationCosts,
  type EvaluationQuery,
  evaluationQuery,
  isTransductiveSpec,
} from './evaluation/candidate-spec.js';
export { evaluationUnits, unitKindOf } from './evaluation/evaluation-units.js';
export { heldOutClasses } from './evaluation/held-out-classes.js';
export { optionsByHand, optionsOfSpec } from './evaluation/options-by-hand.js';
export {
  type ProtocolSettings,
  protocolKinds,
  protocolSettings,
  stopRuleOf,
} from './evaluation/protocol-settings.js';
export type { StoredReport } from './evaluation/stored-report.js';
export { type StudyQuery, studyQuery } from './evaluation/study-query.js';
export { type ImportPlan, importPlan } from './import-plan.js';
export {
  type ColumnRole,
  columnRoles,
  type DateOrderChoice,
  type Delimiter,
  dateOrders,
  delimiters,
  type ImportRequest,
  type InspectionRequest,
  importRequest,
  inspectionRequest,
  type TableUse,
  tableUses,
} from './import-request.js';
export { type BoundedSample, boundedSample, keptInputBounds } from './kept-inputs/bounded-sample.js';
export { samplePriority } from './kept-inputs/sample-priority.js';
export { limits } from './limits.js';
export { log } from './log/log.js';
export { inLogContext, type LogContext, logContext } from './log/log-context.js';
export { startTracing, traced } from './log/tracing.js';
export { type EpisodeReport, type MetaRunSettings, metaRunOptions } from './meta-run.js';
export {
  classifierOf,
  headOf,
  type ModelManifest,
  metaModelOf,
  modelManifest,
} from './model-manifest.js';
export {
  type Array1,
  type Modality,
  modalities,
  type Pack,
  type PackArray,
  type PackClass,
  type PackColumn,
  type PackManifest,
  packManifest,
} from './pack.js';
export { peakMemory } from './peak-memory.js';
export {
  indexOfExample,
  nameOfExample,
  type PredictedRow,
  type PredictionProgress,
  type PredictionRequest,
  type PredictionScore,
  type PredictionSummary,
  predictionRequest,
} from './prediction.js';
export { labelsOf, partsOf, rawExamples } from './raw-examples.js';
export { settingsFrom } from './read-settings.js';
export { root } from './root.js';
export { assertFinite } from './rows/assert-finite.js';
export { csvText } from './rows/csv-text.js';
export { finiteValues, wholeReport } from './rows/finite.js';
export { isId } from './rows/id.js';
export { LARGEST_NUMBER } from './rows/largest-number.js';
export { asWritten, needed, optional, readable } from './rows/read-json.js';
export { type SplitPart, splitParts } from './rows/split-part.js';
export {
  type Environment,
  type FeatureProgress,
  featureProgress,
  hasEnded,
  maximumAttempts,
  type RunProgress,
  type RunStatus,
  runSettings,
  runStatuses,
  type Technique,
  type TestReport,
  techniques,
} from './run.js';
export type { Retention } from './settings/retention.js';
export { type ProviderSettings, readServerSettings, unknownSettings } from './settings/server-settings.js';
export { exampleRoles, type MapPoint, type StoredMap } from './stored-map.js';
export { textBytes, textsIn } from './text-arrays.js';
export { registerTokenizer, tokenizerFile, tokenizerText, tokensOf } from './tokenizers/tokenizer-file.js';
export { wordPieceFile } from './tokenizers/word-piece-file.js';
export { type Calibration, calibration, foldCalibration } from './trust/calibration.js';
export { findingsOf } from './trust/findings-of.js';
export {
  type Finding,
  type FindingKind,
  findingKinds,
  type LabelCheckProgress,
  type LabelCheckQuery,
  type LabelCheckReport,
  labelCheckQuery,
} from './trust/label-check.js';
export { OPTIMISTIC_TEST, testWarnings } from './trust/test-warnings.js';
