import type { AnswerSettings, PredictionRequest } from '@kshot/domain';

/** Asks a model about all rows of a file or a version. */
export interface PredictTask {
  readonly kind: 'predict';
  readonly blobDir: string;
  readonly modelHash: string;
  readonly source: { readonly uploadHash: string } | { readonly packHash: string };
  readonly request: PredictionRequest;
  /** What sets of classes are made by; null without sets. */
  readonly calibration: { readonly scores: Float64Array; readonly coverage: number } | null;
  readonly settings: AnswerSettings;
  /** Whether a sample of the rows is kept to be reviewed. */
  readonly keepsInputs: boolean;
}
