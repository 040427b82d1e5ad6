export { calledBy } from './aliases/called-by.js';
export { findServed } from './aliases/find-served.js';
export { rollBackAlias, setAlias } from './aliases/move-alias.js';
export { type ServedVersion, servedVersions } from './aliases/served-versions.js';
export { type Blobs, openBlobs, type Stored } from './blobs/blobs.js';
export { BLOBS_LOCK, collectBlobs } from './blobs/collect-blobs.js';
export { cellsOf, textOf } from './blobs/example-content.js';
export { gatherRows, type Places } from './blobs/gather-rows.js';
export { isForeign } from './blobs/is-foreign.js';
export { readMap, writeMap } from './blobs/map-file.js';
export { readModel, writeModel } from './blobs/model-file.js';
export {
  type Listing,
  readListing,
  readPack,
  readSources,
  writeListing,
  writePack,
} from './blobs/pack-file.js';
export { openPack, type PackReader } from './blobs/pack-reader.js';
export { dropPart, keptBytes, receivePart } from './blobs/partial-uploads.js';
export { referencesIn } from './blobs/references-in.js';
export { readSampledFeatures, writeSampledFeatures } from './blobs/sampled-features.js';
export { readSupport, type SupportContent, type SupportFile, writeSupport } from './blobs/support-file.js';
export { changedWithin } from './changes/changed-within.js';
export { type Listener, listen, type Topic } from './changes/listen.js';
export { isUsedElsewhere } from './data-sets/is-used-elsewhere.js';
export { runsOf } from './data-sets/runs-of.js';
export { countedScores } from './evaluations/counted-scores.js';
export { deleteEvaluation } from './evaluations/end-evaluation.js';
export { cancelStudy, deleteStudy, requeueStudy } from './evaluations/end-study.js';
export type { NewEvaluation } from './evaluations/insert-evaluation.js';
export { insertLoneEvaluation, insertStudy } from './evaluations/insert-study.js';
export { failEvaluation, lockEvaluation, settleReport, settleShard } from './evaluations/settle-shard.js';
export { settleStudy, unsettledStudies } from './evaluations/settle-study.js';
export { beginShard, progressShard } from './evaluations/shard-progress.js';
export { readUnits, writeUnits } from './evaluations/unit-file.js';
export { exampleNames } from './examples/example-names.js';
export { firstClasses, firstExamples } from './examples/first-of-lists.js';
export type { Transaction } from './in-transaction.js';
export { settleInspection } from './inspections/settle-inspection.js';
export type { NewKeptInput } from './kept-inputs/add-inputs.js';
export { keepInputs, startKeepingInputs, stopKeepingInputs } from './kept-inputs/keep-inputs.js';
export {
  discardInputs,
  noteAdded,
  noteTaught,
  reviewInputs,
} from './kept-inputs/review-inputs.js';
export { settleCheck } from './label-checks/settle-check.js';
export { settleLabelling } from './labellings/settle-labelling.js';
export { assertRange } from './lists/assert-range.js';
export { foreignCursor } from './lists/keyset.js';
export { listBy } from './lists/list-by.js';
export { listDataSets } from './lists/list-data-sets.js';
export { listEvaluations } from './lists/list-evaluations.js';
export { listClasses, listExamples } from './lists/list-examples.js';
export { listKeptInputs } from './lists/list-kept-inputs.js';
export { listModels } from './lists/list-models.js';
export type { RowPage } from './lists/list-rows.js';
export { listRuns } from './lists/list-runs.js';
export { ofRow } from './lists/of-row.js';
export { compactRuns } from './metrics/compact-metrics.js';
export { insertMetrics, type MetricColumns } from './metrics/insert-metrics.js';
export { metricNames, readSeries, stepOfPoints } from './metrics/read-series.js';
export { deleteModel } from './models/delete-model.js';
export { insertModel } from './models/insert-model.js';
export { modelTags } from './models/model-tags.js';
export { modelsToTry } from './models/models-to-try.js';
export { multilingualName, optionalModels } from './models/optional-models.js';
export { succeedModel } from './models/succeed-model.js';
export { updateModel } from './models/update-model.js';
export { isUnavailable, openStore, type Store, whenAvailable } from './open-store.js';
export { changePerson, deletePerson } from './people/change-person.js';
export { findHolder, type Holder, type Membership } from './people/find-holder.js';
export { type PersonUse, personUse } from './people/person-use.js';
export { readAuditLog } from './people/read-audit-log.js';
export {
  type PredictionIndex,
  readPredictedRows,
  readPredictionIndex,
  writePredictionIndex,
} from './predictions/prediction-file.js';
export { type PredictedFile, settlePrediction } from './predictions/settle-prediction.js';
export { type Member, membersOf } from './projects/members-of.js';
export { moveToProject } from './projects/move-to-project.js';
export { deleteProject, nameProject, removeMember, setMember } from './projects/projects.js';
export { assertOwn, FIRST_PROJECT, projectsSeen, type Reach, storeWithin } from './projects/reach.js';
export { projectRules } from './projects/visible.js';
export { countForecasts } from './recommendations/count-forecasts.js';
export { draftAdvice } from './recommendations/draft-advice.js';
export { settleAdvice } from './recommendations/settle-advice.js';
export { settleForecasts } from './recommendations/settle-forecasts.js';
export { assertId, countRows, findRow, findRows, getOwn, getRow, lookUp } from './rows/find-rows.js';
export { isTaken } from './rows/refused-by-race.js';
export type {
  Alias,
  Attempt,
  AuditEntry,
  Class,
  Credential,
  DataSet,
  DataSetVersion,
  Evaluation,
  Example,
  Finding,
  Inspection,
  KeptInput,
  LabelCheck,
  Labelling,
  Model,
  Person,
  Prediction,
  Project,
  Recommendation,
  Run,
  Split,
  Study,
  Task,
  TaskProgress,
  Upload,
} from './rows/rows.js';
export type { Row, WithId } from './rows/tables.js';
export { deleteRow, insertRow, insertWithTask, updateColumns, updateRow } from './rows/write-rows.js';
export { runStatus } from './runs/run-status.js';
export { saveCheckpoint } from './runs/save-checkpoint.js';
export { settleRun } from './runs/settle-run.js';
export { slowness } from './runs/slowness.js';
export { keptSetting } from './settings/kept-setting.js';
export { startNotices, warnAtStart } from './start/start-notices.js';
export { describeStorage } from './system/describe-storage.js';
export { describeWork } from './system/describe-work.js';
export { forgetWorker, SEEN_EVERY, seeWorker } from './system/present-workers.js';
export { cancelRow, requeueRow, type WithWork } from './tasks/cancel-row.js';
export { cancelTasks } from './tasks/cancel-tasks.js';
export { claimTask } from './tasks/claim-task.js';
export { type Ending, endTask } from './tasks/end-task.js';
export { lostTasks } from './tasks/lost-tasks.js';
export { progressTask } from './tasks/progress-task.js';
export { queueTasks } from './tasks/queue-tasks.js';
export { releaseTask } from './tasks/release-task.js';
export { renewTasks } from './tasks/renew-tasks.js';
export { deleteDataSet, deleteEnded } from './tasks/rows-with-tasks.js';
export type { HeldTask, TaskEnd } from './tasks/task.js';
export { settleUpload } from './uploads/settle-upload.js';
export { addUsage, type UsageCounts } from './usage/add-usage.js';
export { forgetUsage, USAGE_DAYS } from './usage/forget-usage.js';
export { readUsage } from './usage/read-usage.js';
export { type ComparedGroup, compareExamples } from './versions/compare-examples.js';
export { discardDataSet } from './versions/discard-data-set.js';
export { insertEdit, insertVersion } from './versions/insert-version.js';
export { latestVersions } from './versions/latest-versions.js';
export { labelledVersion, type ReadyVersion, readyVersion } from './versions/ready-version.js';
export { type Imported, importedFrom, settleImport } from './versions/settle-import.js';
