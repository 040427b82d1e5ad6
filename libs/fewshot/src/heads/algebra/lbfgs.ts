import { dot } from './matrix.js';

export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly iterations: number;
}

/** A step, the change of the gradient along it, and one over their product. */
export interface Step {
  readonly s: Float64Array;
  readonly y: Float64Array;
  readonly rho: number;
}

const MEMORY = 10;

/**
 * Limited-memory BFGS with Armijo's backtracking (Nocedal 1980) for a smooth convex function. `evaluate` writes the
 * gradient into its second argument and returns the value. Stops when no part of the gradient exceeds `tolerance`.
 */
export function lbfgs(
  evaluate: (x: Float64Array, gradient: Float64Array) => number,
  start: Float64Array,
  { tolerance = 1e-6, maxIterations = 500 } = {},
): Minimum {
  let x: Float64Array = Float64Array.from(start);
  let gradient: Float64Array = new Float64Array(x.length);
  let value = evaluate(x, gradient);
  const history: Step[] = [];
  let iterations = 0;
  for (; iterations < maxIterations && largest(gradient) > tolerance; iterations++) {
    const direction = descent(gradient, history);
    const slope = dot(direction, gradient);
    let step = history.length === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    let next: Float64Array = x;
    let nextValue = value;
    const nextGradient = new Float64Array(x.length);
    for (;;) {
      next = along(x, step, direction);
      nextValue = evaluate(next, nextGradient);
      if (nextValue <= value + 1e-4 * step * slope) break;
      step /= 2;
      if (step < 1e-12) return { x, value, iterations };
    }
    const s = minus(next, x);
    const y = minus(nextGradient, gradient);
    const curvature = dot(s, y);
    if (curvature > 1e-14) history.push({ s, y, rho: 1 / curvature });
    if (history.length > MEMORY) history.shift();
    [x, value, gradient] = [next, nextValue, nextGradient];
  }
  return { x, value, iterations };
}

/** The two-loop recursion: minus the inverse Hessian, as the last steps show it, times the gradient. */
export function descent(gradient: Float64Array, history: readonly Step[]): Float64Array {
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

export function largest(v: Float64Array): number {
  let top = 0;
  for (let i = 0; i < v.length; i++) top = Math.max(top, Math.abs(v[i] as number));
  return top;
}
