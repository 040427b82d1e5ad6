import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { matrix } from '../heads/algebra/matrix.js';
import { randomFrom } from '../random/random.js';
import { chooseHead } from './choose-head.js';
import { namedInWords } from './class-names.js';

const WAYS = 6;
const DIM = 24;
const settings = { method: 'KERNEL_RIDGE', transform: 'NONE' } as const;

beforeAll(async () => {
  await setBackend('cpu');
});

/** Rows near the class's own direction, by so much noise. */
function near(perClass: number, noise: number, seed: number) {
  const random = randomFrom(seed);
  const labels = Int32Array.from({ length: WAYS * perClass }, (_, i) => i % WAYS);
  const values = new Float64Array(labels.length * DIM).map((_, at) => {
    const own = at % DIM === labels[Math.floor(at / DIM)];
    return (own ? 1 : 0) + noise * (random.uniform() - 0.5);
  });
  return { features: matrix(labels.length, DIM, values), labels, ways: WAYS };
}
const telling = near(1, 0.1, 3).features;
const random = randomFrom(8);
const silent = matrix(
  WAYS,
  DIM,
  new Float64Array(WAYS * DIM).map(() => random.uniform()),
);

test('a name is read as words', () => {
  expect(['set_alarm', 'SetAlarm', 'set-alarm/new'].map(namedInWords)).toEqual([
    'set alarm',
    'set alarm',
    'set alarm new',
  ]);
});

test('names that tell noisy examples apart become examples, of one or several to a class', () => {
  for (const [perClass, noise] of [
    [1, 1],
    [2, 1.5],
  ] as const)
    expect(chooseHead(near(perClass, noise, 5), settings, 'TEXT', telling).names, `${perClass}`).toBe(true);
});

test('names that say nothing stay out', () => {
  for (const perClass of [1, 4])
    expect(chooseHead(near(perClass, 1, 5), settings, 'TEXT', silent).names, `${perClass}`).toBeUndefined();
});

test('with one example to a class names calibrate, and nothing is said of its accuracy', () => {
  const { heldOut, temperature } = chooseHead(near(1, 0.5, 5), settings, 'TEXT', telling);
  expect([heldOut, temperature < 1]).toEqual([undefined, true]);
});
