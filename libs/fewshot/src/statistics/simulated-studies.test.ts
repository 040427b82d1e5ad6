import { expect, test } from 'vitest';
import { randomFrom } from '../random/random.js';
import { meanFigure } from './figure.js';
import { holm, pairedT, permutation, wilcoxon } from './paired-tests.js';
import { alwaysValidHalfWidth } from './sequential.js';
import { standardError } from './standard-error.js';

const STUDIES = 2000;
/** Of 2,000 studies at 5 %: 100 + 1.96 √(2000 · 0.05 · 0.95) at most, as the binomial has it. */
const MOST = 119;
/** Ten times as many, so that chance hides less: 1,000 ± 60. */
const MANY = 20_000;
const [LEAST_OF_MANY, MOST_OF_MANY] = [940, 1060];

/** Accuracies of 75 queries in each of `episodes` episodes, of two methods that share what an episode is like. */
function study(seed: number, episodes: number, better = 0) {
  const random = randomFrom(seed);
  const hits = (p: number) => {
    let count = 0;
    for (let i = 0; i < 75; i++) if (random.uniform() < p) count++;
    return count / 75;
  };
  const a = new Float64Array(episodes);
  const b = new Float64Array(episodes);
  for (let i = 0; i < episodes; i++) {
    const ease = Math.min(0.97, Math.max(0.03, 0.7 + 0.1 * random.normal()));
    a[i] = hits(ease + better);
    b[i] = hits(ease);
  }
  return { a, b, differences: a.map((value, i) => value - (b[i] as number)) };
}

test('of equal methods a paired test calls one in twenty different, and an interval covers 95 %', () => {
  const found = { t: 0, wilcoxon: 0, permutation: 0 };
  let covered = 0;
  for (let seed = 0; seed < MANY; seed++) {
    const { a, differences } = study(seed, 40);
    if (pairedT(differences).p < 0.05) found.t++;
    if (wilcoxon(differences).p < 0.05) found.wilcoxon++;
    if (seed < 400 && permutation(differences, seed).p < 0.05) found.permutation++;
    const { low, high } = meanFigure(a, 'EPISODES');
    // Clipping the ease moves its mean of 0.7 by less than 2e-4.
    if (low <= 0.7 && high >= 0.7) covered++;
  }
  for (const count of [found.t, found.wilcoxon]) {
    expect(count).toBeGreaterThanOrEqual(LEAST_OF_MANY);
    expect(count).toBeLessThanOrEqual(MOST_OF_MANY);
  }
  // Of 400: 20 ± 8.5.
  expect(Math.abs(found.permutation - 20)).toBeLessThanOrEqual(9);
  expect(Math.abs(covered / MANY - 0.95)).toBeLessThanOrEqual(0.01);
});

test('of five equal methods at most one study in twenty has any pair that Holm leaves different', () => {
  let wrong = 0;
  for (let seed = 0; seed < STUDIES; seed++) {
    const random = randomFrom(seed);
    const values = Array.from({ length: 30 }, () => Array.from({ length: 5 }, () => random.normal()));
    const p: number[] = [];
    for (let i = 0; i < 5; i++)
      for (let j = 0; j < i; j++) p.push(pairedT(values.map((v) => (v[i] as number) - (v[j] as number))).p);
    if (holm(p).some((one) => one < 0.05)) wrong++;
  }
  expect(wrong).toBeLessThanOrEqual(MOST);
});

test('looked at after every episode, equal methods are told apart in one study of twenty at most', () => {
  let wrong = 0;
  for (let seed = 0; seed < STUDIES; seed++) {
    const { differences } = study(seed, 100);
    for (let n = 5; n <= 100; n++) {
      const some = differences.subarray(0, n);
      if (Math.abs(standardError(some).mean) > alwaysValidHalfWidth(some, 0.05)) {
        wrong++;
        break;
      }
    }
  }
  expect(wrong).toBeLessThanOrEqual(MOST);
});

test('pairing needs at most half of the episodes that two separate samples need', () => {
  const { a, b, differences } = study(1, 4000, 0.02);
  const [one, other, paired] = [a, b, differences].map((values) => standardError(values).deviation ** 2);
  // Episodes needed are proportional to the variance of the difference.
  expect(paired! / (one! + other!)).toBeLessThanOrEqual(0.5);
});
