import { dot } from './matrix.js';

/** A step, the change of the gradient along it, and one over their product. */
export interface Step {
  readonly s: Float64Array;
  readonly y: Float64Array;
  readonly rho: number;
}

export interface Found {
  readonly x: Float64Array;
  /** The last steps, which a similar problem may start from. */
  readonly history: readonly Step[];
}

/** `lbfgsSteps` in one go, of a function with this gradient. */
export function lbfgs(
  gradientAt: (x: Float64Array) => Float64Array,
  { x: start, history }: Found,
  tolerance: number,
): Found {
  const steps = lbfgsSteps(start, { tolerance, memory: 10, maxSteps: 500 }, history);
  let next = steps.next();
  while (!next.done) next = steps.next(gradientAt(next.value));
  return next.value;
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

/** The two-loop recursion: minus the inverse Hessian, as the last steps show it, times the gradient. */
function descent(gradient: Float64Array, history: readonly Step[]): Float64Array {
  const q = Float64Array.from(gradient);
  const addScaled = (v: Float64Array, factor: number): void => {
    for (let i = 0; i < q.length; i++) q[i] = (q[i] as number) + factor * (v[i] as number);
  };
  const alphas = history.map(() => 0);
  for (let i = history.length - 1; i >= 0; i--) {
    const { s, y, rho } = history[i] as Step;
    alphas[i] = rho * dot(s, q);
    addScaled(y, -(alphas[i] as number));
  }
  const last = history.at(-1);
  const scale = last ? 1 / (last.rho * dot(last.y, last.y)) : 1;
  for (let i = 0; i < q.length; i++) q[i] = (q[i] as number) * scale;
  for (const [i, { s, y, rho }] of history.entries()) addScaled(s, (alphas[i] as number) - rho * dot(y, q));
  for (let i = 0; i < q.length; i++) q[i] = -(q[i] as number);
  return q;
}

/** x + step · direction. */
export function along(x: Float64Array, step: number, direction: Float64Array): Float64Array {
  const out = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) out[i] = (x[i] as number) + step * (direction[i] as number);
  return out;
}

export function minus(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) out[i] = (a[i] as number) - (b[i] as number);
  return out;
}

function largest(v: Float64Array): number {
  let top = 0;
  for (let i = 0; i < v.length; i++) top = Math.max(top, Math.abs(v[i] as number));
  return top;
}
