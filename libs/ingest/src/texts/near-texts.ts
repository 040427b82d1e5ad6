import type { PackArray } from '@kshot/domain';
import type { NearPair } from '../pack/near-copies.js';

/** Texts that are looked at: beyond, the look would take longer than the rest of the import. */
const MOST = 200_000;

/** Near copies among packed texts, in words. */
export const sameWords = (arrays: Readonly<Record<string, PackArray>>) => ({
  pairs: nearTexts(arrays),
  what: 'but for case, accents, punctuation and spaces',
});

/** Texts that are equal but for case, accents, punctuation, spaces and the width of characters. */
function nearTexts({ utf8, offsets }: Readonly<Record<string, PackArray>>): NearPair[] {
  const ends = offsets!.values;
  const decoder = new TextDecoder();
  const first = new Map<string, number>();
  const pairs: NearPair[] = [];
  for (let row = 0; row < Math.min(MOST, ends.length - 1); row++) {
    const key = essence(decoder.decode((utf8!.values as Uint8Array).subarray(ends[row], ends[row + 1])));
    if (key === '') continue;
    const original = first.get(key);
    if (original === undefined) first.set(key, row);
    else pairs.push([row, original]);
  }
  return pairs;
}

const essence = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}\p{P}\p{S}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
