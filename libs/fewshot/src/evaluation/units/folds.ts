import { derivedSeed, randomFrom, shuffled } from '../../random/random.js';

/**
 * [n] labels → [n] the fold of each example, 0…folds−1. Stratified: every class is dealt round the folds, going on where
 * the class before stopped, so that fold sizes differ by one at most. With `groups` [n] all examples of a group share a fold:
 * groups are dealt, the largest first, each to the fold where it keeps the class shares most even (as scikit-learn's
 * StratifiedGroupKFold). Throws RangeError where there are fewer examples or groups than folds.
 */
export function foldOf(
  labels: Int32Array,
  folds: number,
  seed: number,
  groups?: readonly (string | number)[],
): Int32Array {
  const units = groups ? new Set(groups).size : labels.length;
  if (folds < 2 || folds > units)
    throw new RangeError(
      `${folds} folds were asked for of ${units} ${groups ? 'groups' : 'examples'}. Take 2 to ${units}.`,
    );
  const order = shuffled([...labels.keys()], randomFrom(derivedSeed(seed, 0)));
  return groups ? grouped(labels, folds, order, groups) : stratified(labels, folds, order);
}

function stratified(labels: Int32Array, folds: number, order: Int32Array): Int32Array {
  const out = new Int32Array(labels.length);
  let next = 0;
  const dealt = [...order].sort((a, b) => (labels[a] as number) - (labels[b] as number));
  for (const row of dealt) out[row] = next++ % folds;
  return out;
}

function grouped(
  labels: Int32Array,
  folds: number,
  order: Int32Array,
  groups: readonly (string | number)[],
): Int32Array {
  const classes = labels.reduce((top, label) => Math.max(top, label + 1), 0);
  const members = new Map<string | number, number[]>();
  for (const row of order) {
    const group = groups[row] as string | number;
    const own = members.get(group);
    if (own) own.push(row);
    else members.set(group, [row]);
  }
  const totals = new Float64Array(classes);
  for (const label of labels) totals[label] = (totals[label] as number) + 1;
  const counts = Array.from({ length: folds }, () => new Float64Array(classes));
  const out = new Int32Array(labels.length);
  for (const rows of [...members.values()].sort((a, b) => b.length - a.length)) {
    const own = new Float64Array(classes);
    for (const row of rows) own[labels[row] as number] = (own[labels[row] as number] as number) + 1;
    // What giving the group to a fold adds to the sum of squared class shares.
    const cost = counts.map((held) =>
      held.reduce((sum, count, k) => {
        const [share, more] = [count / (totals[k] || 1), (own[k] as number) / (totals[k] || 1)];
        return sum + (share + more) ** 2 - share ** 2;
      }, 0),
    );
    const fold = cost.indexOf(Math.min(...cost));
    for (const row of rows) out[row] = fold;
    const held = counts[fold] as Float64Array;
    for (const [k, count] of own.entries()) held[k] = (held[k] as number) + count;
  }
  return out;
}
