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

/** The place of the positive class where the decision is about the model's two classes, else −1. */
const positiveOf = (classes: readonly string[], decision: Decision | null): number =>
  classes.length === 2 && decision ? classes.indexOf(decision.positive) : -1;

/** Index of the class that probabilities in the order of `classes` come to; the first of equally probable ones. */
export function classRule(
  classes: readonly string[],
  decision: Decision | null,
): (probabilities: readonly number[]) => number {
  const positive = positiveOf(classes, decision);
  if (!decision || positive < 0) return (all) => all.reduce((best, p, k) => (p > all[best]! ? k : best), 0);
  return (all) => (all[positive]! >= decision.threshold ? positive : 1 - positive);
}

const LEAST = 1e-9;
const logOdds = (p: number): number => {
  const inside = Math.min(1 - LEAST, Math.max(LEAST, p));
  return Math.log(inside / (1 - inside));
};

/** How sure an answer is: as the model says, or, where a threshold decides, how far the log-odds are from it. */
function strengthRule(
  classes: readonly string[],
  decision: Decision | null,
): (probabilities: readonly number[], strength: number) => number {
  const positive = positiveOf(classes, decision);
  if (!decision || positive < 0) return (_, strength) => strength;
  const threshold = logOdds(decision.threshold);
  return (all) => Math.abs(logOdds(all[positive]!) - threshold);
}

/** How what a model says of an example becomes its answer, by the points of `surenessUnder`: on pages, for programs, in files. */
export function answerRule(
  {
    classes,
    sureness,
  }: { readonly classes: readonly string[]; readonly sureness?: readonly SurenessPoint[] | undefined },
  { answered, decision }: AnswerSettings,
): (probabilities: readonly number[], strength: number) => { index: number; noneOfThese: boolean } {
  const least = sureness && answered !== null ? strengthFor(sureness, answered) : undefined;
  const [indexOf, strengthOf] = [classRule(classes, decision), strengthRule(classes, decision)];
  return (probabilities, strength) => ({
    index: indexOf(probabilities),
    noneOfThese: least !== undefined && strengthOf(probabilities, strength) < least,
  });
}

/** The same by what is kept with the model. */
export const modelRule = (
  manifest: Pick<ModelManifest, 'classes' | 'sureness' | 'twoClasses'>,
  settings: AnswerSettings,
): ReturnType<typeof answerRule> =>
  answerRule({ classes: manifest.classes, sureness: surenessUnder(manifest, settings.decision) }, settings);

/** What answering only when sure costs and brings; where a threshold decides, by what held-out examples say of its answers. */
export function surenessUnder(
  { classes, sureness, twoClasses }: Pick<ModelManifest, 'classes' | 'sureness' | 'twoClasses'>,
  decision: Decision | null,
): readonly SurenessPoint[] | undefined {
  if (!sureness || positiveOf(classes, decision) < 0) return sureness;
  const examples = twoClasses?.examples;
  if (!examples) return undefined;
  const [indexOf, strengthOf] = [classRule(classes, decision), strengthRule(classes, decision)];
  const both = examples.map(([, second]) => [1 - second, second]);
  return surenessOf(
    both.map((all, i) => strengthOf(all, examples[i]![0])),
    both.map((all, i) => (indexOf(all) === examples[i]![2] ? 1 : 0)),
  );
}
