import type { PredictedRow, PredictionScore, PredictionSummary } from '@kshot/domain';
import { wilsonInterval } from '@kshot/fewshot';
import type { PredictionIndex } from '@kshot/store';

/** More classes make a table that nobody reads. */
const MOST_IN_CONFUSION = 100;

/** Collects what rows come to, and the index of them. */
export function tallyRows(classes: readonly string[]) {
  const place = new Map(classes.map((name, k) => [name, k]));
  const [bytes, predicted, labels, probabilities, nones]: [number[], number[], number[], number[], number[]] =
    [[], [], [], [], []];
  const confusion = new Map<number, number>();
  return {
    add(row: PredictedRow, length: number): void {
      const k = row.class === null ? -1 : (place.get(row.class) as number);
      const label = row.label === null ? -1 : (place.get(row.label) ?? -2);
      bytes.push(length);
      predicted.push(k);
      labels.push(label);
      probabilities.push(row.probability ?? 0);
      nones.push(row.noneOfThese ? 1 : 0);
      if (k < 0 || label < 0) return;
      const cell = label * classes.length + k;
      confusion.set(cell, (confusion.get(cell) ?? 0) + 1);
    },
    rows: () => bytes.length,
    index: (): PredictionIndex => ({
      bytes: Int32Array.from(bytes),
      classes: Int32Array.from(predicted),
      labels: Int32Array.from(labels),
      probabilities: Float32Array.from(probabilities),
      none: Int32Array.from(nones),
    }),
    summary(): Pick<PredictionSummary, 'rows' | 'unread' | 'classes' | 'counts' | 'score'> & {
      none: number;
    } {
      const counts = classes.map(() => 0);
      for (const k of predicted) if (k >= 0) counts[k]!++;
      return {
        rows: bytes.length,
        unread: predicted.filter((k) => k < 0).length,
        classes,
        counts,
        score: scoreOf(),
        none: nones.filter((one) => one === 1).length,
      };
    },
  };

  function scoreOf(): PredictionScore | null {
    const ways = classes.length;
    let [rows, hits] = [0, 0];
    for (const [cell, count] of confusion) {
      rows += count;
      if (Math.floor(cell / ways) === cell % ways) hits += count;
    }
    if (rows === 0) return null;
    const [accuracyLow, accuracyHigh] = wilsonInterval(hits, rows);

    return {
      rows,
      strange: labels.filter((label) => label === -2).length,
      accuracy: hits / rows,
      accuracyLow,
      accuracyHigh,
      confusion:
        ways > MOST_IN_CONFUSION
          ? null
          : classes.map((_, label) => classes.map((_, k) => confusion.get(label * ways + k) ?? 0)),
    };
  }
}
