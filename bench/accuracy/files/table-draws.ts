import {
  derivedSeed,
  drawn,
  type Matrix,
  plainBackbone,
  plainFeatures,
  randomFrom,
  type Support,
  type tellingColumns,
} from '@kshot/fewshot';
import type { DataFile } from './read-file.js';

const DRAW = 42;
/** Examples that are scored in a draw at most. */
const MOST_SCORED = 1500;

export interface TableDraw {
  readonly seed: number;
  readonly support: Support;
  readonly x: Matrix;
  readonly truth: Int32Array;
}

/** Supports of K examples a class (of a smaller class half of them), encoded by what they show, and the rest to score. `start` fits the input. */
export function tableDraws(
  { raw, labels, classes, support }: DataFile,
  shots: number,
  draws: number,
  seed: number,
  start: typeof tellingColumns = plainBackbone,
): TableDraw[] {
  return Array.from({ length: draws }, (_, i) => {
    const own = derivedSeed(seed, DRAW, i);
    const random = randomFrom(own);
    const fit = Int32Array.from(
      support.flatMap(({ rows }) => [...drawn(rows, Math.min(shots, Math.floor(rows.length / 2)), random)]),
    );
    const taken = new Set(fit);
    const rest = labels.map((_, row) => row).filter((row) => !taken.has(row));
    const scored = drawn(rest, Math.min(MOST_SCORED, rest.length), random);
    const { input } = start(raw, fit, { labels, ways: classes.length });
    const encoded = (rows: Int32Array) => plainFeatures(input, raw, rows);
    const truth = (rows: Int32Array) => rows.map((row) => labels[row] as number);
    return {
      seed: own,
      support: { features: encoded(fit), labels: truth(fit), ways: classes.length },
      x: encoded(scored),
      truth: truth(scored),
    };
  });
}
