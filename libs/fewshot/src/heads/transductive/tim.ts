import { columnProducts, columnSums, type Matrix, matrix, rowOf, stacked } from '../algebra/matrix.js';
import { softmaxOfRows } from '../algebra/softmax.js';
import { squaredDistances } from '../algebra/squared-distances.js';
import type { Support } from '../head.js';
import { centroids } from '../nearness/nearest-centroid.js';
import { unitLength } from '../transforms/transforms.js';

/**
 * TIM by alternating directions (Boudiaf 2020, their proposition 1), transductive: class weights w_k, the class means at
 * first, fit the support's labels while the queries' answers should be sure and, over all queries, even. Shares are
 * p ∝ exp(−τ/2 ‖z − w_k‖²), τ = 15, on rows of length 1. In turn q ∝ p^(1+α) / √Σ p^(1+α) over the queries, and w_k moves
 * to where the errors q − p of the queries and, by λ/(1+α), y − p of the support leave it; λ = α = 0.1, 150 times.
 * Support [n, dim] and queries [m, dim] → [m, ways] logits −τ/2 ‖z − w_k‖².
 */
export function tim(support: Support, asked: Matrix): Matrix {
  const { labels, ways } = support;
  const own = unitLength(support.features);
  const queries = unitLength(asked);
  const all = stacked(own, queries);
  const ofSupport = LABELS / (1 + SURENESS);
  const ofQueries = own.rows / queries.rows;
  let weights = centroids({ ...support, features: own });
  for (let step = 0; step < STEPS; step++) {
    const shares = softmaxOfRows(logits(all, weights));
    const sure = surer(matrix(queries.rows, ways, shares.values.subarray(own.rows * ways)));
    const errors = matrix(all.rows, ways);
    const mass = new Float64Array(ways);
    for (let i = 0; i < all.rows; i++) {
      const factor = i < own.rows ? ofSupport : ofQueries;
      for (let k = 0; k < ways; k++) {
        const wanted = i < own.rows ? Number(labels[i] === k) : (rowOf(sure, i - own.rows)[k] as number);
        mass[k] = (mass[k] as number) + factor * wanted;
        errors.values[i * ways + k] = factor * (wanted - (rowOf(shares, i)[k] as number));
      }
    }
    weights = stepped(weights, columnProducts(errors, all), columnSums(errors), mass);
  }
  return logits(queries, weights);
}

const STEPS = 150;
const TEMPERATURE = 15;
const LABELS = 0.1;
const SURENESS = 0.1;

function logits(z: Matrix, weights: Matrix): Matrix {
  const distances = squaredDistances(z, weights);
  return { ...distances, values: distances.values.map((distance) => (-TEMPERATURE / 2) * distance) };
}

/** q of p: each class's shares divided by the root of their sum, then rows sum to 1 again. */
function surer(shares: Matrix): Matrix {
  const powers = { ...shares, values: shares.values.map((share) => share ** (1 + SURENESS)) };
  const sums = columnSums(powers);
  const values = powers.values.map(
    (power, at) => Math.log(power + 1e-300) - Math.log((sums[at % shares.columns] as number) + 1e-300) / 2,
  );
  return softmaxOfRows({ ...shares, values });
}

/** w_k + Σ e_ik (z_i − w_k) / mass_k */
const stepped = (weights: Matrix, pulls: Matrix, errors: Float64Array, mass: Float64Array): Matrix => ({
  ...weights,
  values: weights.values.map((weight, at) => {
    const k = Math.floor(at / weights.columns);
    return weight + ((pulls.values[at] as number) - (errors[k] as number) * weight) / (mass[k] as number);
  }),
});
