import type { AmbiguousPair, Figure, HeadOptionSettings } from '@kshot/fewshot';
import * as z from 'zod';
import { written } from '../rows/read-json.js';

/** All that the result of a check depends on. */
export const labelCheckQuery = z.object({
  versionHash: z.string(),
  /** Whose backbone gives the features; null: the examples themselves. */
  modelHash: z.string().nullable(),
  head: written<HeadOptionSettings>(),
  folds: z.number().int(),
  repeats: z.number().int(),
  seed: z.number().int(),
});
export type LabelCheckQuery = z.infer<typeof labelCheckQuery>;

export interface LabelCheckProgress {
  readonly phase: 'FEATURES' | 'FOLDS';
  readonly done: number;
  readonly total: number;
}

export const findingKinds = ['CONFLICTING_COPY', 'WRONG_LABEL', 'COPY'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** One example to look at; null where a number does not belong to the kind. */
export interface Finding {
  readonly kind: FindingKind;
  readonly exampleIndex: number;
  /** The copy of it. */
  readonly otherIndex: number | null;
  readonly suggestedClass: number | null;
  /** Out-of-fold probabilities of the given and the suggested class. */
  readonly confidence: number | null;
  readonly probability: number | null;
  /** Cosine with the copy. */
  readonly similarity: number | null;
}

export interface LabelCheckReport {
  readonly judged: number;
  readonly accuracy: number;
  readonly counts: Readonly<Record<FindingKind, number>>;
  readonly copyThreshold: number | null;
  readonly worth: {
    readonly relabelled: Figure | null;
    readonly removed: Figure | null;
    readonly deduplicated: Figure | null;
  };
  readonly pairs: readonly AmbiguousPair[];
}
