import * as z from 'zod';

/** What a file is predicted by; what is left out is found out from it. */
export const predictionRequest = z.object({
  fileName: z.string(),
  labelColumn: z.string().optional(),
  textColumn: z.string().optional(),
  /** Of a version: only the rows of this part. */
  split: z.string().optional(),
  part: z.string().optional(),
  /** How often a set of classes holds the true one; null without sets. */
  coverage: z.number().nullable(),
});
export type PredictionRequest = z.infer<typeof predictionRequest>;

export interface PredictionProgress {
  readonly rows: number;
  /** 0…1 of the file. */
  readonly share: number;
  readonly secondsLeft: number | null;
}

/** How right the answers are on rows that come with a class of the model. */
export interface PredictionScore {
  readonly rows: number;
  /** Rows whose class the model does not know; they do not count. */
  readonly strange: number;
  readonly accuracy: number;
  readonly accuracyLow: number;
  readonly accuracyHigh: number;
  /** Row k: rows of class k by predicted class. Null where there are too many classes. */
  readonly confusion: readonly (readonly number[])[] | null;
}

export interface PredictionSummary {
  readonly rows: number;
  /** Rows that could not be read. */
  readonly unread: number;
  /** Columns of the file. */
  readonly columns: readonly string[];
  readonly labelColumn: string | null;
  /** Those that inputs were made of; predictions before 0.2 do not say. */
  readonly inputColumns?: readonly string[];
  readonly classes: readonly string[];
  /** Rows predicted as each class. */
  readonly counts: readonly number[];
  /** Rows for which no class is likely; null where the model is not calibrated. */
  readonly noneOfThese: number | null;
  readonly notes: readonly string[];
  readonly score: PredictionScore | null;
}

/** A row of the result as it is stored. */
export interface PredictedRow {
  /** Counts from 1. */
  readonly row: number;
  readonly name: string | null;
  readonly cells: readonly string[];
  readonly label: string | null;
  /** A small picture as a data URL; of pictures. */
  readonly thumbnail: string | null;
  readonly class: string | null;
  readonly probability: number | null;
  /** Classes that are possible at the coverage, the likeliest first. */
  readonly set: readonly string[] | null;
  readonly noneOfThese: boolean;
  /** Why it could not be predicted. */
  readonly problem: string | null;
}

/** What a row of a prediction is called that is an example of a version, by its index. */
export const nameOfExample = (index: number): string => `example ${index + 1}`;

/** The index of the example that a row of a prediction is. */
export const indexOfExample = (name: string): number => Number(name.split(' ')[1]) - 1;
