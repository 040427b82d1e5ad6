import { matrix, randomFrom } from '@kshot/fewshot';
import { expect, test } from 'vitest';
import { loadBackend } from '../backend.js';
import { doubleAlgebra } from './double-algebra.js';

const { native } = await loadBackend();
const random = randomFrom(5);
const drawn = (rows: number, columns: number) =>
  matrix(
    rows,
    columns,
    Float64Array.from({ length: rows * columns }, () => random.normal() / 3),
  );
const [a, b, c] = [drawn(2500, 7), drawn(6, 7), drawn(6, 3)];
const product = (i: number, j: number): number => {
  let sum = 0;
  for (let k = 0; k < 7; k++) sum += a.values[i * 7 + k]! * b.values[j * 7 + k]!;
  return sum;
};

test.skipIf(!native)('exp(A Bᵀ) in double precision', () => {
  const { values } = doubleAlgebra.expProducts(a, b);
  expect(
    Math.max(...values.map((v, at) => Math.abs(v - Math.exp(product(Math.floor(at / 6), at % 6))))),
  ).toBeLessThan(1e-13);
});

// More rows than are taken at once.
test.skipIf(!native)('exp(A Bᵀ) C in single precision, part after part', () => {
  const { rows, columns, values } = doubleAlgebra.expProductsTimes(a, b, c);
  expect([rows, columns]).toEqual([2500, 3]);
  const away = values.map((value, at) => {
    let sum = 0;
    for (let j = 0; j < 6; j++) sum += Math.exp(product(Math.floor(at / 3), j)) * c.values[j * 3 + (at % 3)]!;
    return Math.abs(value - sum);
  });
  expect(Math.max(...away)).toBeLessThan(1e-5);
});

test.skipIf(!native)('the gradient of the summed cross-entropy is its difference quotient', () => {
  const truth = matrix(
    2500,
    3,
    Float64Array.from({ length: 7500 }, (_, at) => Number(at % 3 === Math.floor(at / 3) % 3)),
  );
  const weights = drawn(3, 7);
  const loss = (w: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < 2500; i++) {
      const logits = [0, 1, 2].map((k) => {
        let logit = 0;
        for (let j = 0; j < 7; j++) logit += a.values[i * 7 + j]! * w[k * 7 + j]!;
        return logit;
      });
      sum += Math.log(logits.reduce((all, logit) => all + Math.exp(logit), 0)) - logits[i % 3]!;
    }
    return sum;
  };
  const held = doubleAlgebra.crossEntropy(a, truth);
  const { values } = held.gradientAt(weights);
  held.dispose();
  for (const at of [0, 9, 20]) {
    const moved = (by: number) => {
      const w = weights.values.slice();
      w[at] = w[at]! + by;
      return loss(w);
    };
    expect(values[at]).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 4);
  }
});
