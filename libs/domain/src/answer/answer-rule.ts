import { type SurenessPoint, strengthFor, surenessOf } from '@kshot/fewshot';
import type { ModelManifest } from '../model-manifest.js';
import type { Decision } from './decision.js';

/** What people set for the answers of a model. */
export interface AnswerSettings {
  /** Share of known examples that are answered; null answers always. */
  readonly answered: number | null;
  /** Null answers the most probable class. */
  readonly decision: Decision | null;
}

/** Index of the class that probabilities in the order of `classes` come to; the first of equally probable ones. */
export function classRule(
  classes: readonly string[],
  decision: Decision | null,
): (probabilities: readonly number[]) => number {
  const positive = classes.length === 2 && decision ? classes.indexOf(decision.positive) : -1;
  if (!decision || positive < 0) return (all) => all.reduce((best, p, k) => (p > all[best]! ? k : best), 0);
  return (all) => (all[positive]! >= decision.threshold ? positive : 1 - positive);
}

/** How what a model says of an example becomes its answer: on pages, for programs, in files. */
export function answerRule(
  { classes, sureness }: Pick<ModelManifest, 'classes' | 'sureness'>,
  { answered, decision }: AnswerSettings,
): (probabilities: readonly number[], strength: number) => { index: number; noneOfThese: boolean } {
  const least = sureness && answered !== null ? strengthFor(sureness, answered) : undefined;
  const indexOf = classRule(classes, decision);
  return (probabilities, strength) => ({
    index: indexOf(probabilities),
    noneOfThese: least !== undefined && strength < least,
  });
}

/** What answering only when sure costs and brings; of two classes with a threshold, how many answers are right by that. */
export function surenessUnder(
  { classes, sureness, twoClasses }: Pick<ModelManifest, 'classes' | 'sureness' | 'twoClasses'>,
  decision: Decision | null,
): readonly SurenessPoint[] | undefined {
  const examples = decision && twoClasses?.examples;
  if (!sureness || !examples) return sureness;
  const indexOf = classRule(classes, decision);
  const points = surenessOf(
    examples.map(([strength]) => strength),
    examples.map(([, probability, label]) => (indexOf([1 - probability, probability]) === label ? 1 : 0)),
  );
  return sureness.map((point, i) => ({ ...point, accuracy: points[i]?.accuracy ?? point.accuracy }));
}
