import * as z from 'zod';

/** Pieces of training, by what they are for. */
export const techniques = ['PRETRAIN', 'TRANSFER', 'META'] as const;
export type Technique = (typeof techniques)[number];

export const runStatuses = ['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const;
export type RunStatus = (typeof runStatuses)[number];

export const hasEnded = (status: RunStatus): boolean => ['DONE', 'FAILED', 'CANCELLED'].includes(status);

/** A task is tried this often before a lost worker makes it fail. */
export const maximumAttempts = 3;

export interface RunProgress {
  readonly step: number;
  readonly steps: number;
  readonly epoch: number;
  readonly epochs: number;
  readonly secondsElapsed: number;
  readonly secondsLeft: number | null;
  readonly examplesPerSecond: number | null;
  /** While features are computed, before the first step. */
  readonly features?: { readonly done: number; readonly total: number };
  /** While heads are compared, fits that are done. */
  readonly heads?: { readonly done: number; readonly total: number };
}

/** What a classifier reached on a part that training never saw. */
export interface TestReport {
  readonly part: string;
  readonly exampleCount: number;
  readonly accuracy: number;
  readonly accuracyLow: number;
  readonly accuracyHigh: number;
  readonly macroF1: number;
  readonly loss: number;
  readonly confusion: {
    readonly classes: readonly string[];
    readonly counts: readonly (readonly number[])[];
  };
}

export interface Environment {
  readonly backend: string;
  readonly native: boolean;
  readonly threads: number;
  readonly node: string;
  readonly cpu: string;
  readonly platform: string;
  readonly memoryBytes: number;
}

/** What was set of a run, by the names of options. */
export const runSettings = z.record(z.string(), z.unknown());

/** Examples that have gone through a backbone. */
export const featureProgress = z.object({ done: z.number(), total: z.number() });
export type FeatureProgress = z.infer<typeof featureProgress>;
