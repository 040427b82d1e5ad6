import type { Packed } from '../../engine/program.js';
import { columnWidth } from '../../inputs/columns/column-kinds.js';
import type { TableInput } from '../../inputs/input-spec.js';
import { derivedSeed, randomFrom, shuffled } from '../../random/random.js';
import { meanAndDeviation } from '../../statistics/deviation.js';

/** What a column is worth to a model: the accuracy that is lost when its cells are shuffled among the rows. */
export interface ColumnImportance {
  readonly name: string;
  /** Mean over the shuffles, −1…1; below 0 by chance alone. */
  readonly lost: number;
  /** Standard deviation over the shuffles. */
  readonly deviation: number;
}

export interface Importance {
  /** Of the rows as they are. */
  readonly accuracy: number;
  readonly examples: number;
  readonly repeats: number;
  /** In the order of the model's input. */
  readonly columns: readonly ColumnImportance[];
}

export interface Shuffling {
  /** Shuffles of each column. */
  readonly repeats: number;
  readonly seed: number;
}

/**
 * Permutation importance (Breiman 2001, Random forests, section 10; scikit-learn's `permutation_importance` with accuracy):
 * [n, width] encoded rows that the model was not fitted on, their [n] labels, and the classes that it answers. All numbers of a
 * column move together.
 */
export function permutationImportance(
  { columns }: TableInput,
  x: Float32Array,
  labels: Int32Array,
  answersOf: (x: Packed) => Int32Array,
  { repeats, seed }: Shuffling,
): Importance {
  const examples = labels.length;
  const width = x.length / examples;
  const accuracyOf = (values: Float32Array): number => {
    const answers = answersOf({ shape: [examples, width], values });
    return answers.filter((answer, i) => answer === labels[i]).length / examples;
  };
  const accuracy = accuracyOf(x);
  const rows = Array.from({ length: examples }, (_, i) => i);
  const lostBy = (start: number, end: number, stream: number): number => {
    const values = x.slice();
    for (const [to, from] of shuffled(rows, randomFrom(derivedSeed(seed, start, stream))).entries())
      values.set(x.subarray(from * width + start, from * width + end), to * width + start);
    return accuracy - accuracyOf(values);
  };
  let end = 0;
  const found = columns.map((column) => {
    const start = end;
    end += columnWidth(column);
    const losses = Array.from({ length: repeats }, (_, i) => lostBy(start, end, i));
    const { mean: lost, deviation } = meanAndDeviation(losses);
    return { name: column.name, lost, deviation };
  });
  return { accuracy, examples, repeats, columns: found };
}
