import {
  derivedSeed,
  drawn,
  fitHead,
  type HeadSettings,
  leaveOneOut,
  leaveOneOutScores,
  type Matrix,
  matrix,
  meanInterval,
  nonconformity,
  predictionSet,
  randomFrom,
  rowOf,
  rowsOf,
  type Support,
  softmaxRows,
} from '@kshot/fewshot';
import { mean, percent } from '../frame/figures.js';
import { rowsByClass } from '../frame/rows-by-class.js';
import type { FeatureSet, TrustOptions } from './options.js';

/** How many classes are known and how many examples of each; heads are calibrated by so many others. */
interface Shape {
  readonly ways?: number;
  readonly shots: number;
  readonly calibration?: number;
}

const LEVELS = [0.8, 0.9, 0.95];
const HEAD: HeadSettings = { method: 'RIDGE', transform: 'L2N' };
const OF_MEANS: readonly Shape[] = [
  { ways: 5, shots: 5 },
  { ways: 5, shots: 10 },
  { ways: 20, shots: 5 },
  { ways: 20, shots: 10 },
];
const OF_HEADS: readonly Shape[] = [{ shots: 10, calibration: 200 }];
/** Examples that are asked about in a draw at most, of known and of held-out classes. */
const ASKED = 500;
const FIGURES = ['coverage', 'size', 'none', 'unknown'] as const;
type Figures = Record<(typeof FIGURES)[number], number>;

/**
 * Coverage and size of sets, and how often something of a class that the model does not know is called none of these. Meta-models:
 * sub-models by nearest mean, calibrated by their own support examples left out one at a time. Others: a ridge head on 10 examples of each
 * class, calibrated by other examples. A fifth of the classes is held out of each draw.
 */
export function coverage(set: FeatureSet, { draws, json }: TrustOptions): void {
  for (const shape of set.meta ? OF_MEANS : OF_HEADS) {
    const each = Array.from({ length: draws }, (_, i) => drawOf(set, shape, randomFrom(derivedSeed(1, i))));
    const rows = LEVELS.map((level) => {
      const found = each.map((one) => score(one, level));
      const asked = (name: keyof Figures) =>
        meanInterval(found.map((figures) => figures[name]).filter((value) => !Number.isNaN(value)));
      return { level, ...(Object.fromEntries(FIGURES.map((name) => [name, asked(name)])) as Intervals) };
    });
    print(set, shape, draws, rows, json);
  }
}

type Intervals = Record<keyof Figures, ReturnType<typeof meanInterval>>;
type Random = ReturnType<typeof randomFrom>;

/** [n, ways] probabilities of the asked examples, the calibration's scores, and probabilities of examples of other classes. */
interface Draw {
  readonly scores: Float64Array;
  readonly known: Matrix;
  readonly truth: Int32Array;
  readonly unknown: Matrix;
}

function drawOf({ features, labels }: FeatureSet, { ways, shots, calibration }: Shape, random: Random): Draw {
  const byClass = rowsByClass(labels);
  const rowsOfClass = (k: number) => Int32Array.from(byClass.get(k) ?? []);
  const order = [...drawn(Int32Array.from(byClass.keys()), byClass.size, random)];
  const known = order.slice(0, ways ?? Math.ceil(0.8 * order.length));
  const unknown = order.slice(known.length);
  const place = new Map(known.map((k, at) => [k, at]));
  const fit = Int32Array.from(
    known.flatMap((k) => {
      const rows = rowsOfClass(k);
      return [...drawn(rows, Math.min(shots, rows.length - 1), random)];
    }),
  );
  const taken = new Set(fit);
  const rest = Int32Array.from(known.flatMap((k) => [...rowsOfClass(k)])).filter((row) => !taken.has(row));
  const mixed = drawn(rest, Math.min(rest.length, ASKED + (calibration ?? 0)), random);
  const split = calibration ? Math.min(calibration, Math.floor(mixed.length / 2)) : 0;
  const truth = (rows: Int32Array) => rows.map((row) => place.get(labels[row] as number) as number);
  const support = { features: rowsOf(features, fit), labels: truth(fit), ways: known.length };
  const answer = calibration ? byHead(support) : byMeans(support);
  const others = Int32Array.from(unknown.flatMap((k) => [...rowsOfClass(k)]));
  const strange = drawn(others, Math.min(others.length, ASKED), random);
  const [calibrating, asked] = [mixed.subarray(0, split), mixed.subarray(split)];
  return {
    scores: calibration
      ? nonconformity(answer(rowsOf(features, calibrating)), truth(calibrating))
      : leaveOneOutScores({ kind: 'CENTROID' }, support),
    known: answer(rowsOf(features, asked)),
    truth: truth(asked),
    unknown: answer(rowsOf(features, strange)),
  };
}

/** [n, dim] → [n, ways] probabilities. */
type Answer = (queries: Matrix) => Matrix;

function byHead(support: Support): Answer {
  const head = fitHead(HEAD, support);
  return (queries) => matrix(queries.rows, support.ways, softmaxRows(head.logits(queries)));
}

function byMeans(support: Support): Answer {
  const rule = leaveOneOut({ kind: 'CENTROID' }, support);
  return (queries) => {
    const rows = Array.from({ length: queries.rows }, (_, i) => [...rule.whole(rowOf(queries, i))]);
    return matrix(queries.rows, support.ways, rows.flat());
  };
}

function score({ scores, known, truth, unknown }: Draw, level: number): Figures {
  const sets = (m: Matrix) =>
    Array.from({ length: m.rows }, (_, i) => predictionSet(rowOf(m, i), scores, level));
  const own = sets(known);
  return {
    coverage: mean(own.map(({ classes }, i) => Number(classes.includes(truth[i] as number)))),
    size: mean(own.map(({ classes }) => classes.length)),
    none: mean(own.map(({ noneOfThese }) => Number(noneOfThese))),
    unknown: mean(sets(unknown).map(({ noneOfThese }) => Number(noneOfThese))),
  };
}

function print(
  { data, by }: FeatureSet,
  { ways, shots, calibration }: Shape,
  draws: number,
  rows: readonly (Intervals & { readonly level: number })[],
  json: boolean,
) {
  const shape = `${ways ? `${ways}-way` : '80 % of the classes'} ${shots}-shot`;
  const source = calibration ? `${calibration} others` : 'leave-one-out';
  if (json) return console.log(JSON.stringify({ work: 'coverage', data, by, shape, source, draws, rows }));
  console.log(`coverage, ${data} by ${by}, ${shape}, calibrated by ${source}, ${draws} draws`);
  const text = (found: ReturnType<typeof meanInterval>) =>
    `${percent(found.mean, 1)} ± ${percent(found.halfWidth, 1)} %`;
  for (const { level, coverage: found, size, none, unknown } of rows)
    console.log(
      `  at ${100 * level} %: ${text(found)}, ${size.mean.toFixed(2)} classes, none of these ${text(none)}, of unknown classes ${Number.isNaN(unknown.mean) ? 'not asked, there are too few' : text(unknown)}${Math.abs(found.mean - level) > 0.02 ? '  MORE THAN 2 POINTS OFF' : ''}`,
    );
}
