import type { PackArray, PackManifest } from '@kshot/domain';
import { randomFrom, stratifiedHoldOut } from '@kshot/fewshot';

export interface ImportedSplit {
  readonly entry: PackManifest['splits'][number];
  readonly array: PackArray;
}

const order = ['train', 'validation', 'test'];

/** The split that the file itself names; examples without a part are for training. */
export function givenSplit(parts: readonly (string | null)[]): ImportedSplit {
  const present = order.filter((part) => part === 'train' || parts.includes(part));
  const assigned = Uint8Array.from(parts, (part) => Math.max(0, present.indexOf(part ?? 'train')));
  return {
    entry: { name: 'given', seed: 0, parts: present },
    array: { shape: [assigned.length], values: assigned },
  };
}

/** A stratified share held out for the test. */
export function heldOutSplit(labels: Int32Array, share: number, seed: number): ImportedSplit {
  const { held } = stratifiedHoldOut(
    labels,
    labels.map((_, row) => row),
    share,
    randomFrom(seed),
  );
  const assigned = new Uint8Array(labels.length);
  for (const row of held) assigned[row] = 1;
  return {
    entry: { name: 'default', seed, parts: ['train', 'test'] },
    array: { shape: [assigned.length], values: assigned },
  };
}
