/** In what the peer's result differs from ours, in words, and whether that is as little as it must be. */
export function agreement(work, found, theirs) {
  if (work.startsWith('episodes')) {
    const apart = Math.abs(found.mean - theirs.mean);
    // Other episodes of the same data: both means lie within an interval of about this width.
    return {
      same: apart < 3 * found.halfWidth,
      words: `accuracy ${found.mean.toFixed(4)}, theirs ${theirs.mean.toFixed(4)}`,
    };
  }
  const apart = (means, others) => Math.max(...means.map((mean, i) => Math.abs(mean - others[i])));
  const [best, chosen] = [Math.max(...theirs.exact), found.means.indexOf(Math.max(...found.means))];
  const [ours, own] = [apart(found.means, theirs.exact), apart(theirs.means, theirs.exact)];
  const difference = apart(found.means, theirs.means);
  return {
    same: difference < 1e-3 + 1e-9 && theirs.exact[chosen] === best,
    words: `scores differ by ${difference.toFixed(4)} from theirs (ours by ${ours.toFixed(4)} from exact fits, theirs by ${own.toFixed(4)}), penalty ${theirs.exact[chosen] === best ? 'the same' : 'ANOTHER'}`,
  };
}
