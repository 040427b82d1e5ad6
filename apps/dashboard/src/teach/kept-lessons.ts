import type { TaughtModelFragment } from '@/generated/graphql';
import type { Given } from './lesson';

/** A lesson from nothing as it was left. */
export interface KeptLesson {
  readonly model: TaughtModelFragment;
  readonly given: Given[];
  /** Classes that were named; some may have no examples. */
  readonly named: string[];
  /** Examples that are in a data set. */
  readonly saved: number;
}

/** By the model that it began with: who leaves the page and comes back goes on. They last until the dashboard is loaded again. */
export const keptLessons = new Map<string, KeptLesson>();
