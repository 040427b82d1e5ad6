import { MOST_PROBED } from '@kshot/fewshot';

/** Of each class the same number of rows at most, so that no more than the advisor looks at are left. */
export function seenRows(train: Int32Array, labels: Int32Array, classes: number): Int32Array {
  const most = Math.max(2, Math.floor(MOST_PROBED / classes));
  if (train.length <= MOST_PROBED) return train;
  const seen = new Int32Array(classes);
  return train.filter((row) => {
    const k = labels[row] as number;
    const place = seen[k] as number;
    seen[k] = place + 1;
    return place < most;
  });
}
