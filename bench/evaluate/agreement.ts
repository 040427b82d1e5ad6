import type { EpisodesFound, Found, GridFound } from './found.js';

/** In what the peer's result differs from ours, in words, and whether that is as little as it must be. */
export function agreement(found: Found, theirs: Found): { readonly same: boolean; readonly words: string } {
  if ('halfWidth' in found) return ofEpisodes(found, theirs as EpisodesFound);
  return ofGrids(found as GridFound, theirs as GridFound);
}

function ofEpisodes({ mean, halfWidth }: EpisodesFound, theirs: Pick<EpisodesFound, 'mean'>) {
  // Other episodes of the same data: both means lie within an interval of about this width.
  return {
    same: Math.abs(mean - theirs.mean) < 3 * halfWidth,
    words: `accuracy ${mean.toFixed(4)}, theirs ${theirs.mean.toFixed(4)}`,
  };
}

function ofGrids({ means }: GridFound, { means: others, exact = others }: GridFound) {
  const apart = (a: readonly number[], b: readonly number[]) =>
    Math.max(...a.map((mean, i) => Math.abs(mean - (b[i] ?? Number.NaN))));
  const chosen = means.indexOf(Math.max(...means));
  const difference = apart(means, others);
  const samePenalty = exact[chosen] === Math.max(...exact);
  return {
    same: difference < 1e-3 + 1e-9 && samePenalty,
    words: `scores differ by ${difference.toFixed(4)} from theirs (ours by ${apart(means, exact).toFixed(4)} from exact fits, theirs by ${apart(others, exact).toFixed(4)}), penalty ${samePenalty ? 'the same' : 'ANOTHER'}`,
  };
}
