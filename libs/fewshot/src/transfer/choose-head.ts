import { headSeconds } from '../advisor/head-seconds.js';
import type { Matrix } from '../heads/algebra/matrix.js';
import { fitHead, type HeadSettings, withPenalty } from '../heads/fit-head.js';
import type { Support } from '../heads/head.js';
import type { FittedHead } from '../heads/head-kind.js';
import { type HeadMethod, headKind } from '../heads/head-kinds.js';
import { tempered } from '../heads/head-layers.js';
import { MOST_KERNEL } from '../heads/linear/kernel-ridge.js';
import type { RawExamples } from '../inputs/examples.js';
import { Diverged } from '../training/step-columns.js';
import { namesSpeak, withNames } from './class-names.js';
import { atTemperature, type HeldOut, heldOutFolds, judged, lead, scoringByFolds } from './held-out.js';
import { heldOutNearness, toldByNearness } from './nearness.js';

/** A head with calibrated logits, and what was found on examples that it was not fitted on. */
export interface ChosenHead {
  /** With the method that was chosen. */
  readonly settings: HeadSettings;
  readonly head: FittedHead;
  readonly temperature: number;
  readonly heldOut?: HeldOut;
  /** The names of the classes are examples too. */
  readonly names?: boolean;
  /** Where heads were compared, all of them in the order of the comparison. */
  readonly compared?: readonly ComparedHead[];
}

/** What a head of a comparison did with held-out examples; of two that differ in their encoders, which has been chosen. */
export interface ComparedHead extends Pick<HeldOut, 'accuracy' | 'low' | 'high'> {
  readonly method: HeadMethod;
  readonly encoder?: 'TUNED' | 'UNTUNED';
  readonly chosen?: boolean;
}

/** Fits of heads that are done, of all that are compared. */
export interface HeadProgress {
  readonly heads: { readonly done: number; readonly total: number };
  /** Of the time that all take, 0…1. */
  readonly share: number;
}

/** Seconds of a head that was never measured. */
const UNKNOWN = 0.1;

/** What a transfer's settings say of a head. */
export interface HeadChoice extends Omit<HeadSettings, 'method'> {
  readonly method: HeadMethod | 'AUTO';
}

/** On how many examples a head is still worth its time, fitted six times. */
interface Offer {
  readonly method: HeadMethod;
  readonly most?: number;
}

/** What AUTO compares, the likeliest first. */
const onFeatures: readonly Offer[] = [
  { method: 'RIDGE' },
  { method: 'KERNEL_RIDGE', most: MOST_KERNEL },
  { method: 'CENTROID' },
  { method: 'LDA' },
  { method: 'LOGISTIC', most: 2000 },
];
const onColumns: readonly Offer[] = [
  { method: 'TABLE_ENSEMBLE', most: 5000 },
  { method: 'EXTRA_TREES', most: 20_000 },
  { method: 'LOGISTIC', most: 20_000 },
  { method: 'RANDOM_FOREST', most: 5000 },
  { method: 'RIDGE' },
];

/**
 * Fits the head that the settings name, or, of AUTO, the one with the best accuracy on held-out folds (of equal ones the least
 * cross-entropy), and calibrates it on these folds. Columns of a table are offered trees; of pictures it also matters how near they are.
 * Yields after each fit.
 */
export function* choosingHead(
  support: Support,
  choice: HeadChoice,
  modality: RawExamples['modality'],
  names?: Matrix,
): Generator<HeadProgress, ChosenHead> {
  const { method } = choice;
  const methods = method === 'AUTO' ? offeredHeads(support.labels.length, modality) : [method];
  const folds = heldOutFolds(support);
  const progress = progressOf(support, methods, folds.length, names !== undefined);
  const scored = function* (settings: HeadSettings, fit: (some: Support) => FittedHead) {
    let isSound = true;
    const scoring = scoringByFolds(support, folds, (some) => {
      const head = fit(some);
      isSound &&= holdsNumbers(head);
      return head;
    });
    let next = scoring.next();
    for (; !next.done; next = scoring.next()) yield progress(settings.method);
    return { settings, heldOut: next.value, isSound };
  };
  const found: { settings: HeadSettings; heldOut: HeldOut | undefined; isSound: boolean }[] = [];
  for (const each of methods) {
    const settings = withPenalty({ ...choice, method: each }, support);
    found.push(yield* scored(settings, (some) => fitHead(settings, some)));
  }
  const sound = found.filter(({ isSound }) => isSound);
  const alone = (sound.length > 0 ? sound : found).reduce((one, other) =>
    isBetter(other.heldOut, one.heldOut) ? other : one,
  );
  // The names of the classes are examples that are never held out.
  const named =
    names && (yield* scored(alone.settings, (some) => fitHead(alone.settings, withNames(some, names))));
  const takesNames =
    named !== undefined &&
    (alone.heldOut ? isBetter(named.heldOut, alone.heldOut) : namesSpeak(alone.settings, support, names!));
  const best = takesNames ? named : alone;
  const temperature = headKind(best.settings.method).votes
    ? 1
    : (best.heldOut?.temperature ?? (takesNames ? temperatureByNames(best.settings, support, names!) : 1));
  const heldOut = best.heldOut && atTemperature(best.heldOut, temperature);
  const fitted = fitHead(best.settings, takesNames ? withNames(support, names!) : support);
  if (!holdsNumbers(fitted))
    throw new Diverged(
      'The head has weights that are no numbers, as where the examples of a class hardly differ. Choose another method, such as ridge.',
    );
  const head = tempered(fitted, temperature);
  const { settings } = best;
  const compared = found.flatMap((each): ComparedHead[] => {
    const { settings: own, heldOut: judge } = each === alone ? best : each;
    return judge ? [{ method: own.method, accuracy: judge.accuracy, low: judge.low, high: judge.high }] : [];
  });
  return {
    settings,
    ...(heldOut && modality === 'IMAGE'
      ? toldByNearness(head, support, heldOut, heldOutNearness(folds, support))
      : { head, ...(heldOut ? { heldOut } : {}) }),
    temperature,
    ...(takesNames ? { names: true } : {}),
    ...(compared.length > 1 ? { compared } : {}),
  };
}

/** Whether all that is stored of a head, in single precision, is a number. */
const holdsNumbers = ({ arrays }: FittedHead): boolean =>
  Object.values(arrays).every(({ values }) => values.every(Number.isFinite));

/** Counts fits that are done, by the seconds that they take: those of an ensemble of trees take a hundred times those of a mean. */
function progressOf(
  { features, labels, ways }: Support,
  methods: readonly HeadMethod[],
  folds: number,
  named: boolean,
): (fitted: HeadMethod) => HeadProgress {
  const size = { examples: labels.length, columns: features.columns, ways };
  const costOf = (method: HeadMethod) => headSeconds(method, size) ?? UNKNOWN;
  const costs = methods.map(costOf);
  const dearest = Math.max(...costs);
  const total = (methods.length + (named ? 1 : 0)) * folds + 1;
  const all = folds * (costs.reduce((sum, cost) => sum + cost, 0) + (named ? dearest : 0)) + dearest;
  let [done, spent] = [0, 0];
  return (fitted) => {
    spent += costOf(fitted);
    return { heads: { done: ++done, total }, share: spent / all };
  };
}

/** The same at once. */
export function chooseHead(...asked: Parameters<typeof choosingHead>): ChosenHead {
  const choosing = choosingHead(...asked);
  let next = choosing.next();
  while (!next.done) next = choosing.next();
  return next.value;
}

/** Where nothing is held out: names are not seen by a head of the examples alone. */
const temperatureByNames = (settings: HeadSettings, support: Support, names: Matrix): number =>
  judged(fitHead(settings, support).logits(names), Int32Array.from(Array(support.ways).keys())).temperature;

/** What AUTO compares on so many examples. */
export const offeredHeads = (examples: number, modality: RawExamples['modality']): HeadMethod[] =>
  (modality === 'TABLE' ? onColumns : onFeatures)
    .filter(({ most = Number.POSITIVE_INFINITY }) => examples <= most)
    .map(({ method }) => method);

/** Better by more than the standard error of their difference: of heads that folds cannot tell apart the likelier is kept. */
function isBetter(one: HeldOut | undefined, other: HeldOut | undefined): boolean {
  if (!one || !other) return false;
  const by = lead(one, other);
  return by === 0 ? one.loss < other.loss : by > 1;
}
