import type {
  Advice,
  AdviceProgress,
  AdvisorBudget,
  Calibration,
  Decision,
  Environment,
  EpisodeReport,
  EvaluationCosts,
  EvaluationQuery,
  FeatureProgress,
  ImportPlan,
  ImportRequest,
  InspectionRequest,
  LabelCheckProgress,
  LabelCheckQuery,
  LabelCheckReport,
  ModelManifest,
  PackManifest,
  PredictionProgress,
  PredictionRequest,
  PredictionSummary,
  RunProgress,
  SplitPart,
  StoredReport,
  StudyQuery,
  TestReport,
} from '@kshot/domain';
import type * as stored from '../generated/client.js';

/** A row with its JSON columns read. */
type Read<Row, Json> = Omit<Row, keyof Json> & { readonly [K in keyof Json]: Json[K] };

export interface Alias extends stored.Alias {}
export interface AliasMove extends stored.AliasMove {}
export interface Attempt extends stored.Attempt {}
export interface AuditEntry extends stored.AuditEntry {}
export interface Checkpoint extends stored.Checkpoint {}
export interface Class extends stored.Class {}
export interface Credential extends stored.Credential {}
export interface DataSet extends stored.DataSet {}
export interface Example extends stored.Example {}
export interface Finding extends stored.Finding {}
export interface Forecast extends stored.Forecast {}
export interface KeptInput extends stored.KeptInput {}
export interface Labelling extends stored.Labelling {}
export interface Person extends stored.Person {}
export interface Project extends stored.Project {}
export interface ProjectMember extends stored.ProjectMember {}
export interface Upload extends stored.Upload {}
export interface DataSetVersion
  extends Read<
    stored.DataSetVersion,
    /** The manifest is null until it is READY. */
    { request: ImportRequest | null; manifest: PackManifest | null }
  > {}
export interface Evaluation
  extends Read<
    stored.Evaluation,
    {
      query: EvaluationQuery;
      features: FeatureProgress | null;
      report: StoredReport | null;
      costs: EvaluationCosts | null;
      environment: Environment | null;
    }
  > {}
export interface EvaluationShard extends Read<stored.EvaluationShard, { costs: EvaluationCosts | null }> {}
export interface Inspection
  extends Read<stored.Inspection, { request: InspectionRequest | null; plan: ImportPlan | null }> {}
export interface LabelCheck
  extends Read<stored.LabelCheck, { query: LabelCheckQuery | null; report: LabelCheckReport | null }> {}
export interface Model
  extends Read<
    stored.Model,
    {
      manifest: ModelManifest;
      summary: Readonly<Record<string, number>>;
      report: TestReport | null;
      episodeReport: EpisodeReport | null;
      calibration: Calibration | null;
      decision: Decision | null;
    }
  > {}
export interface Prediction
  extends Read<stored.Prediction, { request: PredictionRequest | null; summary: PredictionSummary | null }> {}
export interface Recommendation
  extends Read<stored.Recommendation, { budget: AdvisorBudget | null; result: Advice | null }> {}
export interface Run
  extends Read<
    Omit<stored.Run, 'report' | 'episodeReport'>,
    { settings: Readonly<Record<string, unknown>>; summary: Readonly<Record<string, number>> }
  > {
  /** Left out of lists; the other report too. */
  readonly report?: TestReport | null;
  readonly episodeReport?: EpisodeReport | null;
}
export interface Split extends Read<stored.Split, { parts: readonly SplitPart[] }> {}
export interface Study extends Read<stored.Study, { query: StudyQuery }> {}

/** How far a task is, by its kind. */
export interface TaskProgress {
  run: RunProgress;
  import: number;
  check: LabelCheckProgress;
  advice: AdviceProgress;
  prediction: PredictionProgress;
  labelling: FeatureProgress;
}
/** Its kind says which progress it has; some have none. */
export interface Task extends Omit<stored.Task, 'kind' | 'progress' | 'environment'> {
  readonly kind: keyof TaskProgress | 'inspection' | 'shard' | 'report';
  readonly progress: TaskProgress[keyof TaskProgress] | null;
  readonly environment: Environment | null;
}
