import { derivedSeed, randomFrom } from '../random/random.js';
import type { ClassRows } from './class-rows.js';
import { fnv1a64 } from './fnv1a64.js';
import { type Episode, type EpisodeScope, type EpisodeShape, episodeSampler } from './sample-episode.js';

/** A fixed list of episodes of one shape, so that every method meets the same ones. Rows index the packed examples. */
export interface EpisodeSet extends EpisodeShape {
  readonly version: 1;
  readonly episodes: readonly Episode[];
  /** Of version, shape and all rows: equal sets have equal hashes on every machine. */
  readonly hash: string;
}

/** Keeps the seeds of episodes apart: small seeds and numbers alone would give the episodes of one seed to its neighbour. */
const EPISODE = 41;

/** Draws `count` episodes. Episode i depends on the seed and i alone, so a longer set begins with the shorter one. */
export function episodeSet(
  classes: readonly ClassRows[],
  settings: EpisodeShape & { readonly count: number; readonly seed: number; readonly scope: EpisodeScope },
): EpisodeSet {
  const sample = episodeSampler(classes, settings, settings.scope);
  const episodes = Array.from({ length: settings.count }, (_, i) =>
    sample(randomFrom(derivedSeed(settings.seed, EPISODE, i))),
  );
  return hashedSet(settings, episodes);
}

/** A set of episodes that were made in another way. */
export function hashedSet({ ways, shots, queries }: EpisodeShape, episodes: readonly Episode[]): EpisodeSet {
  const head = [1, ways, shots, queries, episodes.length];
  const rows = episodes.reduce((sum, { support, query }) => sum + support.length + query.length, 0);
  const bytes = new DataView(new ArrayBuffer(4 * (head.length + rows)));
  let at = 0;
  const put = (numbers: ArrayLike<number>): void => {
    for (let i = 0; i < numbers.length; i++, at += 4) bytes.setInt32(at, numbers[i] as number, true);
  };
  put(head);
  for (const { support, query } of episodes) {
    put(support);
    put(query);
  }
  return { version: 1, ways, shots, queries, episodes, hash: fnv1a64(new Uint8Array(bytes.buffer)) };
}
