/** One of the eight colours that colour-blind people tell apart, and a dash for when eight do not suffice. */
export type RunColour = { colour: string; dash: number[] | undefined };

export const DASHES = [undefined, [8, 4], [2, 3], [8, 3, 2, 3]];

/** FNV-1a over the id, its bits mixed as MurmurHash3 does last: the same on every page, in every session, whatever else is shown. */
export function runColour(id: string): RunColour {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash = (hash ^ (hash >>> 16)) >>> 0;
  return { colour: `--c${hash % 8}`, dash: DASHES[(hash >>> 3) % DASHES.length] };
}
