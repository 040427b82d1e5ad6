import {
  type Advice,
  advisorBudget,
  asWritten,
  calibration,
  decision,
  type Environment,
  type EpisodeReport,
  type EvaluationCosts,
  evaluationQuery,
  featureProgress,
  finiteValues,
  importPlan,
  importRequest,
  inspectionRequest,
  type LabelCheckReport,
  labelCheckQuery,
  modelManifest,
  needed,
  optional,
  type PredictionSummary,
  packManifest,
  predictionRequest,
  runSettings,
  type StoredReport,
  splitParts,
  studyQuery,
  type TestReport,
  wholeReport,
} from '@kshot/domain';
import type * as stored from '../generated/client.js';
import type {
  DataSetVersion,
  Evaluation,
  EvaluationShard,
  Inspection,
  LabelCheck,
  Model,
  Prediction,
  Recommendation,
  Run,
  Split,
  Study,
  Task,
} from './rows.js';

/** Rows as the database gives them, with their JSON columns read. Each throws where a column that the row cannot do without is of another form. */
export const readVersion = (row: stored.DataSetVersion): DataSetVersion => ({
  ...row,
  request: optional(importRequest, row.request),
  manifest: optional(packManifest, row.manifest),
});

export const readEvaluation = (row: stored.Evaluation): Evaluation => ({
  ...row,
  query: needed(evaluationQuery, row.query),
  features: optional(featureProgress, row.features),
  report: asWritten<StoredReport>(row.report),
  costs: asWritten<EvaluationCosts>(row.costs),
  environment: asWritten<Environment>(row.environment),
});

export const readShard = (row: stored.EvaluationShard): EvaluationShard => ({
  ...row,
  costs: asWritten<EvaluationCosts>(row.costs),
});

export const readInspection = (row: stored.Inspection): Inspection => ({
  ...row,
  request: optional(inspectionRequest, row.request),
  plan: optional(importPlan, row.plan),
});

export const readLabelCheck = (row: stored.LabelCheck): LabelCheck => ({
  ...row,
  query: optional(labelCheckQuery, row.query),
  report: asWritten<LabelCheckReport>(row.report),
});

export const readModel = (row: stored.Model): Model => ({
  ...row,
  manifest: needed(modelManifest, row.manifest),
  summary: finiteValues(row.summary),
  report: wholeReport(asWritten<TestReport>(row.report)),
  episodeReport: wholeReport(asWritten<EpisodeReport>(row.episodeReport)),
  calibration: optional(calibration, row.calibration),
  decision: optional(decision, row.decision),
});

export const readPrediction = (row: stored.Prediction): Prediction => ({
  ...row,
  request: optional(predictionRequest, row.request),
  summary: asWritten<PredictionSummary>(row.summary),
});

export const readRecommendation = (row: stored.Recommendation): Recommendation => ({
  ...row,
  budget: optional(advisorBudget, row.budget),
  result: asWritten<Advice>(row.result),
});

/** Of lists, which leave the reports out, too. */
export function readRun({
  report,
  episodeReport,
  ...row
}: Partial<Pick<stored.Run, Reports>> & Omit<stored.Run, Reports>): Run {
  return {
    ...row,
    settings: optional(runSettings, row.settings) ?? {},
    summary: finiteValues(row.summary),
    ...(report === undefined ? {} : { report: wholeReport(asWritten<TestReport>(report)) }),
    ...(episodeReport === undefined
      ? {}
      : { episodeReport: wholeReport(asWritten<EpisodeReport>(episodeReport)) }),
  };
}
type Reports = 'report' | 'episodeReport';

export const readSplit = (row: stored.Split): Split => ({
  ...row,
  parts: optional(splitParts, row.parts) ?? [],
});

export const readStudy = (row: stored.Study): Study => ({ ...row, query: needed(studyQuery, row.query) });

/** The kind says which progress the worker wrote. */
export const readTask = (row: stored.Task): Task =>
  ({ ...row, environment: asWritten<Environment>(row.environment) }) as Task;
