import type {
  Advice,
  AdviceProgress,
  AdvisorBudget,
  Calibration,
  Environment,
  EpisodeReport,
  EvaluationCosts,
  EvaluationQuery,
  Failure,
  Finding,
  ImportPlan,
  ImportRequest,
  LabelCheckProgress,
  LabelCheckQuery,
  LabelCheckReport,
  LogContext,
  ModelManifest,
  PredictionProgress,
  ProtocolSettings,
  RunProgress,
  StoredReport,
  TestReport,
  VersionEdit,
} from '@kshot/domain';
import type { AddedTo } from '@kshot/ingest';
import type { Imported, MetricColumns, PredictedFile, Stored } from '@kshot/store';
import type { PredictTask } from './predict-task.js';
import type { TrainTask } from './train-task.js';

/** Units from…to−1 of an evaluation. */
export interface ScoreTask {
  readonly kind: 'score';
  readonly blobDir: string;
  readonly packHash: string;
  readonly query: EvaluationQuery;
  readonly parentHash: string | null;
  readonly from: number;
  readonly to: number;
  /** Of the examples, where groups are made of them. */
  readonly names?: readonly string[];
}

/** Makes the report of an evaluation whose units are all scored. */
export interface ReportTask {
  readonly kind: 'report';
  readonly blobDir: string;
  /** Blobs of its shards, in order. */
  readonly shards: readonly string[];
  /** The first so many of them count. */
  readonly units: number;
  readonly protocol: ProtocolSettings;
}

/** Computes features of labelled and unlabelled examples, to say which to label next. */
export interface EmbedTask {
  readonly kind: 'embed';
  readonly blobDir: string;
  readonly packHash: string;
  /** Null: the examples themselves are the features. */
  readonly modelHash: string | null;
}

/** Looks for wrong labels and copies in a version. */
export interface CheckTask {
  readonly kind: 'check';
  readonly blobDir: string;
  readonly query: LabelCheckQuery;
}

/** Makes a version of another one. */
export interface EditTask {
  readonly kind: 'edit';
  readonly blobDir: string;
  readonly parentHash: string;
  readonly edit: VersionEdit;
  /** Of the parent's examples; keys too. */
  readonly names: readonly string[];
  readonly keys: readonly (number | null)[];
}

/** Looks at a version and says what to do with it. */
export interface AdviseTask {
  readonly kind: 'advise';
  readonly blobDir: string;
  readonly packHash: string;
  readonly split: string;
  readonly budget: AdvisorBudget;
  /** Of the file that the version was read from: what the advisor's table knows of this very file does not count. */
  readonly uploadHash: string;
  /** Registered models that take examples of this kind. */
  readonly models: readonly { readonly id: string; readonly name: string; readonly hash: string }[];
}

/** Looks at an upload before its import. */
export interface InspectTask {
  readonly kind: 'inspect';
  readonly blobDir: string;
  readonly uploadHash: string;
  readonly request: ImportRequest;
  /** Set where the file is to be added to a version. */
  readonly add?: {
    readonly className: string | null;
    readonly to: AddedTo;
    /** Of the version's examples. */
    readonly keys: readonly (number | null)[];
  };
}

/** What a worker asks its child process to do, one task at a time. */
export type Task =
  | {
      readonly kind: 'import';
      readonly blobDir: string;
      readonly uploadHash: string;
      readonly request: ImportRequest;
    }
  | InspectTask
  | PredictTask
  | TrainTask
  | ScoreTask
  | ReportTask
  | CheckTask
  | EditTask
  | EmbedTask
  | AdviseTask;

export type ToChild =
  /** Load modules: a task will come. */
  | { readonly kind: 'prepare' }
  | { readonly kind: 'task'; readonly task: Task; readonly context: LogContext }
  | { readonly kind: 'stop' };

export interface TrainedModel {
  readonly stored: Stored;
  readonly manifest: ModelManifest;
  readonly parameterCount: number;
}

export interface Reports {
  readonly report: TestReport | null;
  readonly episodeReport: EpisodeReport | null;
}

/** What the child says. Its last word on a task is one of imported, inspected, predicted, trained, stopped, scored, reported, checked, embedded, advised and failed; it may say that it is free then. */
export type FromChild =
  | { readonly kind: 'started'; readonly environment: Environment }
  | { readonly kind: 'imported'; readonly imported: Imported }
  | { readonly kind: 'inspected'; readonly plan: ImportPlan }
  | { readonly kind: 'predicting'; readonly progress: PredictionProgress }
  | ({ readonly kind: 'predicted' } & PredictedFile)
  | { readonly kind: 'importing'; readonly share: number }
  | { readonly kind: 'progress'; readonly progress: RunProgress; readonly metrics: MetricColumns }
  | { readonly kind: 'checkpoint'; readonly step: number; readonly hash: string }
  | {
      readonly kind: 'trained';
      readonly model: TrainedModel;
      readonly reports: Reports;
      /** The blob of the map of its test. */
      readonly mapHash: string | null;
      readonly calibration: Calibration | null;
      /** The examples that the head decides by, in closed form. */
      readonly supportHash: string | null;
      /** The examples that it was fitted on. */
      readonly lessonHash: string | null;
    }
  | {
      readonly kind: 'scoring';
      /** Accuracies of the next units. */
      readonly scores: readonly number[];
      /** Null when they are all there. */
      readonly features?: { readonly done: number; readonly total: number } | null;
    }
  | { readonly kind: 'scored'; readonly hash: string; readonly costs: EvaluationCosts }
  | {
      readonly kind: 'reported';
      readonly report: StoredReport;
      readonly accuracy: number;
      readonly resultHash: string;
    }
  | { readonly kind: 'checking'; readonly progress: LabelCheckProgress }
  | { readonly kind: 'checked'; readonly report: LabelCheckReport; readonly findings: readonly Finding[] }
  /** With what it would say by now, once something was tried. */
  | { readonly kind: 'advising'; readonly progress: AdviceProgress; readonly soFar: Advice | null }
  | { readonly kind: 'advised'; readonly advice: Advice }
  | { readonly kind: 'embedding'; readonly done: number; readonly total: number }
  | { readonly kind: 'embedded'; readonly hash: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** It can take another task. */
  | { readonly kind: 'free' };
