import * as z from 'zod';

/** What a run may take at most; what is left out is not limited. */
export const advisorBudget = z.strictObject({
  seconds: z.number().positive().optional(),
  memoryBytes: z.number().positive().optional(),
  storedBytes: z.number().positive().optional(),
});
export type AdvisorBudget = z.infer<typeof advisorBudget>;

/** A figure with its 90 % interval. */
export interface PredictedFigure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface AdvisedOption {
  /** Of the run that it starts. Advice of earlier versions may say META, or null of a head without a model. */
  readonly technique: 'PRETRAIN' | 'TRANSFER' | 'META' | null;
  readonly method: string;
  readonly title: string;
  readonly modelId: string | null;
  /** Of the run, or of the head. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly accuracy: PredictedFigure;
  /** What 5 more examples of each class add. */
  readonly gain: PredictedFigure;
  readonly curve: readonly (PredictedFigure & { readonly shots: number })[];
  readonly seconds: number;
  readonly memoryBytes: number;
  readonly storedBytes: number;
  readonly why: readonly string[];
  /** Why the budget leaves it out; null where it fits. */
  readonly leftOut: string | null;
}

/** The answer of the advisor: options that fit the budget first, the best first. */
export interface Advice {
  readonly examples: number;
  readonly classes: number;
  readonly shots: number;
  readonly dataSets: readonly string[];
  readonly options: readonly AdvisedOption[];
}

export interface AdviceProgress {
  readonly doing: string;
  readonly done: number;
  readonly total: number;
  /** Null while nothing was tried. */
  readonly secondsLeft?: number | null;
}
