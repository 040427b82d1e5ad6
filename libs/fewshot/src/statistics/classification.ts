/** What a classifier got right and wrong, from its true and predicted classes. */
export interface Classified {
  readonly accuracy: number;
  /** Mean over the classes that occur of 2TP / (2TP + FP + FN). */
  readonly macroF1: number;
  /** Row k: examples of class k by predicted class. */
  readonly confusion: readonly (readonly number[])[];
}

/** [n] true and predicted classes in 0…classes−1. */
export function classified(
  truth: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes: number,
): Classified {
  const confusion = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let i = 0; i < truth.length; i++) {
    const row = confusion[truth[i] as number] as number[];
    row[predicted[i] as number] = (row[predicted[i] as number] as number) + 1;
  }
  const rows = confusion.map((row) => row.reduce((sum, n) => sum + n, 0));
  const columns = confusion.map((_, k) => confusion.reduce((sum, row) => sum + (row[k] as number), 0));
  const hits = confusion.map((row, k) => row[k] as number);
  const f1 = hits.flatMap((hit, k) => {
    const total = (rows[k] as number) + (columns[k] as number);
    return total === 0 ? [] : [(2 * hit) / total];
  });
  const correct = hits.reduce((sum, hit) => sum + hit, 0);
  return {
    accuracy: correct / Math.max(1, truth.length),
    macroF1: f1.reduce((sum, value) => sum + value, 0) / Math.max(1, f1.length),
    confusion,
  };
}

/** For each row of [n, classes], the class with the largest score; the first of equals. */
export function argMax(scores: Float32Array, classes: number): Int32Array {
  const out = new Int32Array(scores.length / classes);
  for (let i = 0; i < out.length; i++) {
    let best = 0;
    for (let k = 1; k < classes; k++) {
      if ((scores[i * classes + k] as number) > (scores[i * classes + best] as number)) best = k;
    }
    out[i] = best;
  }
  return out;
}
