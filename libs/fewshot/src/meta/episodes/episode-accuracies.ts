import type { Packed, Program } from '../../engine/program.js';
import type { EpisodeSet } from '../../episodes/episode-set.js';
import type { Episode } from '../../episodes/sample-episode.js';
import { argMax } from '../../statistics/classification.js';
import { type EpisodeQuery, FEATURE_BATCH } from './episode-queries.js';

/** [episodes] share of the queries that a program with the queries of `episodeQueries` gets right. */
export function episodeAccuracies(
  program: Program<EpisodeQuery>,
  kind: 'METRIC' | 'ADAPTATION',
  set: EpisodeSet,
): Float64Array {
  const logitsOf = episodeLogits(program, kind, set.episodes);
  return Float64Array.from(set.episodes, (episode) => {
    const predicted = argMax(logitsOf(episode.support, episode.query), set.ways);
    const hits = predicted.reduce((sum, k, i) => sum + (k === Math.floor(i / set.queries) ? 1 : 0), 0);
    return hits / predicted.length;
  });
}

/** Rows of one episode, way by way → [ways · queries, ways] logits. */
export type EpisodeLogits = (support: Int32Array, query: Int32Array) => Float32Array;

/** What gives the logits of these episodes, by a program with the queries of `episodeQueries`. */
export const episodeLogits = (
  program: Program<EpisodeQuery>,
  kind: 'METRIC' | 'ADAPTATION',
  episodes: readonly Pick<Episode, 'support' | 'query'>[],
): EpisodeLogits => (kind === 'METRIC' ? byFeatures(program, episodes) : byRows(program));

const byRows =
  (program: Program<EpisodeQuery>): EpisodeLogits =>
  (support, query) =>
    program.call('episode', { support, query }).logits?.values as Float32Array;

/** Each example goes through the backbone once, however many episodes it is in. */
function byFeatures(
  program: Program<EpisodeQuery>,
  episodes: readonly Pick<Episode, 'support' | 'query'>[],
): EpisodeLogits {
  const rows = new Set<number>();
  for (const { support, query } of episodes) {
    for (const row of support) rows.add(row);
    for (const row of query) rows.add(row);
  }
  const list = Int32Array.from(rows).sort();
  const place = new Map(Array.from(list, (row, i) => [row, i]));
  const { features, dim } = featuresOfRows(program, list);
  const pick = (chosen: Int32Array): Float32Array => {
    const out = new Float32Array(chosen.length * dim);
    for (const [i, row] of chosen.entries()) {
      const at = (place.get(row) as number) * dim;
      out.set(features.subarray(at, at + dim), i * dim);
    }
    return out;
  };
  return (support, query) =>
    program.call('scores', { support: pick(support), query: pick(query) }).logits?.values as Float32Array;
}

/** Rows through the query `features`: [rows.length, dim]. */
function featuresOfRows(
  program: Program<'features'>,
  rows: Int32Array,
): { features: Float32Array; dim: number } {
  let features = new Float32Array();
  let dim = 0;
  for (let at = 0; at < rows.length; at += FEATURE_BATCH) {
    const fed = new Int32Array(FEATURE_BATCH).fill(rows[at] as number);
    fed.set(rows.subarray(at, at + FEATURE_BATCH));
    const found = program.call('features', { rows: fed }).features as Packed;
    dim = found.shape[1] as number;
    if (at === 0) features = new Float32Array(rows.length * dim);
    const count = Math.min(FEATURE_BATCH, rows.length - at);
    features.set((found.values as Float32Array).subarray(0, count * dim), at * dim);
  }
  return { features, dim };
}
