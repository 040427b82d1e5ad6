import { dot } from './matrix.js';

export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly iterations: number;
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
  let x = Float64Array.from(start);
  let gradient = new Float64Array(x.length);
  let value = evaluate(x, gradient);
  const history: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  let iterations = 0;
  for (; iterations < maxIterations && largest(gradient) > tolerance; iterations++) {
    const direction = descent(gradient, history);
    const slope = dot(direction, gradient);
    let step = history.length === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    let next = x;
    let nextValue = value;
    const nextGradient = new Float64Array(x.length);
    for (;;) {
      next = x.map((old, i) => old + step * (direction[i] as number));
      nextValue = evaluate(next, nextGradient);
      if (nextValue <= value + 1e-4 * step * slope) break;
      step /= 2;
      if (step < 1e-12) return { x, value, iterations };
    }
    const s = next.map((now, i) => now - (x[i] as number));
    const y = nextGradient.map((now, i) => now - (gradient[i] as number));
    const curvature = dot(s, y);
    if (curvature > 1e-14) history.push({ s, y, rho: 1 / curvature });
    if (history.length > MEMORY) history.shift();
    [x, value, gradient] = [next, nextValue, nextGradient];
  }
  return { x, value, iterations };
}

/** The two-loop recursion: minus the inverse Hessian, as the last steps show it, times the gradient. */
function descent(
  gradient: Float64Array,
  history: readonly { s: Float64Array; y: Float64Array; rho: number }[],
) {
  const q = Float64Array.from(gradient);
  const addScaled = (v: Float64Array, factor: number): void => {
    for (let i = 0; i < q.length; i++) q[i] = (q[i] as number) + factor * (v[i] as number);
  };
  const alphas = history.map(() => 0);
  for (let i = history.length - 1; i >= 0; i--) {
    const { s, y, rho } = history[i] as (typeof history)[number];
    alphas[i] = rho * dot(s, q);
    addScaled(y, -(alphas[i] as number));
  }
  const last = history.at(-1);
  const scale = last ? 1 / (last.rho * dot(last.y, last.y)) : 1;
  for (let i = 0; i < q.length; i++) q[i] = (q[i] as number) * scale;
  for (const [i, { s, y, rho }] of history.entries()) addScaled(s, (alphas[i] as number) - rho * dot(y, q));
  return q.map((value) => -value);
}

const largest = (v: Float64Array): number => v.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
