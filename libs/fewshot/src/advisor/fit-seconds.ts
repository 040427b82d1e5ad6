import { rowsOf } from '../heads/algebra/matrix.js';
import type { Support } from '../heads/head.js';

/** Time grows with examples to a power in this range: a centroid's with the first, a solver's with about the second. */
const [LEAST, MOST] = [0.5, 2];
/** Fits shorter than this say more of the clock and the compiler than of the work. */
const CLEAR = 0.02;
/** Fits longer than this are timed once: what is compiled within counts for little. */
const LONG = 0.1;

/**
 * Seconds of fitting a head on `examples` like those of the support, from timing it on two parts of the support and the power of the
 * size between them.
 */
export function fitSeconds(fit: (support: Support) => unknown, support: Support, examples: number): number {
  const parts = [dealt(support, 4), dealt(support, 2)];
  const compiling = timed(fit, parts[0] as Support);
  const small = compiling > LONG ? compiling : timed(fit, parts[0] as Support);
  const large = timed(fit, parts[1] as Support);
  const [from, to] = parts.map(({ labels }) => labels.length) as [number, number];
  const power =
    to > from && small > CLEAR ? Math.log(large / small) / Math.log(to / from) : large > CLEAR ? 2 : 1;
  return large * (examples / to) ** Math.min(MOST, Math.max(LEAST, power));
}

/** Of each class every `step`-th example, but two where there are so many. */
function dealt({ features, labels, ways }: Support, step: number): Support {
  const seen = new Int32Array(ways);
  const rows = [...labels.keys()].filter((row) => {
    const k = labels[row] as number;
    const place = seen[k] as number;
    seen[k] = place + 1;
    return place < 2 || place % step === 0;
  });
  return {
    features: rowsOf(features, rows),
    labels: Int32Array.from(rows, (row) => labels[row] as number),
    ways,
  };
}

function timed(fit: (support: Support) => unknown, support: Support): number {
  const once = (): number => {
    const start = performance.now();
    fit(support);
    return (performance.now() - start) / 1000;
  };
  const first = once();
  // Of short ones the better of two: other work on the machine only adds.
  return first > LONG ? first : Math.min(first, once());
}
