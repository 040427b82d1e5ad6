import type { EpisodeSet } from '../../episodes/episode-set.js';
import { derivedSeed } from '../../random/random.js';
import { foldOf } from './folds.js';
import { shotDraws } from './shot-draws.js';
import type { UnitPlan } from './unit.js';

export type Protocol =
  /** Fitted on some rows, scored on others: the validation or the test split. */
  | { readonly kind: 'SPLIT'; readonly fit: Int32Array; readonly score: Int32Array; readonly seed?: number }
  /** Stratified k folds, `repeats` times with other seeds; `groups` [n] keeps the examples of a group in one fold. */
  | {
      readonly kind: 'FOLDS';
      readonly folds: number;
      readonly repeats?: number;
      readonly seed: number;
      readonly groups?: readonly (string | number)[];
    }
  | { readonly kind: 'LEAVE_ONE_OUT' }
  /** For each of `draws`, supports of each of `shots` examples per class, the smaller within the larger. */
  | {
      readonly kind: 'DRAWS';
      readonly shots: readonly number[];
      readonly draws: number;
      readonly seed: number;
      /** What every draw scores; by default what its largest support leaves over. */
      readonly score?: Int32Array;
    }
  | { readonly kind: 'EPISODES'; readonly set: EpisodeSet };

const REPEAT = 43;

/**
 * [n] labels in 0…classes−1 → what each unit fits on and scores. Depends on labels, protocol and seed alone, so that all
 * candidates meet the same units. Throws RangeError where there are too few examples.
 */
export function unitPlans(protocol: Protocol, labels: Int32Array, classes: number): UnitPlan[] {
  const all = Int32Array.from({ length: classes }, (_, k) => k);
  const plan = (index: number, fitRows: Int32Array, rows: Int32Array, seed: number, shots?: number) => ({
    index,
    fitRows,
    rows,
    seed,
    classes: all,
    fitTruth: fitRows.map((row) => labels[row] as number),
    truth: rows.map((row) => labels[row] as number),
    ...(shots === undefined ? {} : { shots }),
  });
  switch (protocol.kind) {
    case 'SPLIT':
      return [plan(0, protocol.fit, protocol.score, protocol.seed ?? 0)];
    case 'FOLDS':
      return Array.from({ length: protocol.repeats ?? 1 }, (_, repeat) => {
        const seed = repeat === 0 ? protocol.seed : derivedSeed(protocol.seed, REPEAT, repeat);
        const fold = foldOf(labels, protocol.folds, seed, protocol.groups);
        return Array.from({ length: protocol.folds }, (_, k) => {
          const rows = where(fold, (f) => f === k);
          return plan(
            repeat * protocol.folds + k,
            where(fold, (f) => f !== k),
            rows,
            seed,
          );
        });
      }).flat();
    case 'LEAVE_ONE_OUT': {
      const rows = Int32Array.from(labels.keys());
      return Array.from(rows, (row) =>
        plan(
          row,
          rows.filter((other) => other !== row),
          Int32Array.of(row),
          0,
        ),
      );
    }
    case 'DRAWS':
      return shotDraws(labels, classes, protocol).map(({ fit, score, seed, shots }, index) =>
        plan(index, fit, score, seed, shots),
      );
    case 'EPISODES':
      return episodePlans(protocol.set);
  }
}

/** Each episode of a set: way k of its support and queries is column k. */
export function episodePlans({ ways, shots, queries, episodes }: EpisodeSet): UnitPlan[] {
  const fitTruth = Int32Array.from({ length: ways * shots }, (_, i) => Math.floor(i / shots));
  const truth = Int32Array.from({ length: ways * queries }, (_, i) => Math.floor(i / queries));
  return episodes.map(({ classes, support, query }, index) => ({
    index,
    seed: index,
    shots,
    classes,
    fitRows: support,
    fitTruth,
    rows: query,
    truth,
  }));
}

function where(values: Int32Array, keep: (value: number) => boolean): Int32Array {
  const rows: number[] = [];
  for (const [row, value] of values.entries()) if (keep(value)) rows.push(row);
  return Int32Array.from(rows);
}
