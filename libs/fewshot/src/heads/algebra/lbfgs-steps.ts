import { along, descent, largest, minus, type Step } from './lbfgs.js';
import { dot } from './matrix.js';

export interface Found {
  readonly x: Float64Array;
  /** The last steps, which a similar problem may start from. */
  readonly history: readonly Step[];
}

/**
 * Limited-memory BFGS of a smooth convex function as a coroutine: it hands out the point whose gradient it wants next, so that
 * many problems can be reckoned in one go. It looks at slopes along its direction alone, never at values: a step is taken when
 * the slope has fallen to 0.9 of what it was, else the next is where the secant of the slopes is 0. Stops when no
 * part of the gradient exceeds `tolerance`, or after `maxSteps`.
 */
export function* lbfgsSteps(
  start: Float64Array,
  { tolerance, memory = 6, maxSteps = 200 }: { tolerance: number; memory?: number; maxSteps?: number },
  earlier: readonly Step[] = [],
): Generator<Float64Array, Found, Float64Array> {
  const history = [...earlier];
  let x = start;
  let gradient = yield x;
  for (let taken = 0; taken < maxSteps && largest(gradient) > tolerance; taken++) {
    const direction = descent(gradient, history);
    const slope = dot(direction, gradient);
    let step = history.length === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    let [low, high] = [0, Number.POSITIVE_INFINITY];
    let next = x;
    let nextGradient = gradient;
    for (let tries = 0; tries < 12; tries++) {
      next = along(x, step, direction);
      nextGradient = yield next;
      const now = dot(direction, nextGradient);
      if (Math.abs(now) <= 0.9 * Math.abs(slope)) break;
      if (now > 0) high = step;
      else low = step;
      const secant = now > slope ? (step * slope) / (slope - now) : Number.POSITIVE_INFINITY;
      step = Math.min(
        Math.max(secant, low + 0.1 * (Math.min(high, 2 * low) - low)),
        20 * Math.max(low, step),
      );
      if (high < Number.POSITIVE_INFINITY) step = Math.min(step, high - 0.1 * (high - low));
    }
    const [s, y] = [minus(next, x), minus(nextGradient, gradient)];
    const curvature = dot(s, y);
    if (curvature > 1e-14) history.push({ s, y, rho: 1 / curvature });
    if (history.length > memory) history.shift();
    [x, gradient] = [next, nextGradient];
  }
  return { x, history };
}
