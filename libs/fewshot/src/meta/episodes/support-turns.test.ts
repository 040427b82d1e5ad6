import '@tensorflow/tfjs-backend-cpu';
import { setBackend, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { supportTurns } from './support-turns.js';

beforeAll(async () => {
  await setBackend('cpu');
});

it('lets every example of a class support once, and the others be queries', () => {
  const [support, query] = [tensor2d([[10], [20]]), tensor2d([[11], [12], [21], [22]])];
  const turns = supportTurns(support, query, { ways: 2, shots: 1, queries: 2 });
  expect(turns.map((turn) => Array.from(turn.support.dataSync()))).toEqual([
    [10, 20],
    [11, 21],
    [12, 22],
  ]);
  expect(turns.map((turn) => Array.from(turn.query.dataSync()))).toEqual([
    [11, 12, 21, 22],
    [12, 10, 22, 20],
    [10, 11, 20, 21],
  ]);
});

it('keeps classes together with several shots', () => {
  const [support, query] = [tensor2d([[10], [11], [20], [21]]), tensor2d([[12], [22]])];
  const { support: s, query: q } = supportTurns(support, query, { ways: 2, shots: 2, queries: 1 })[1]!;
  expect([...s.dataSync(), ...q.dataSync()]).toEqual([11, 12, 21, 22, 10, 20]);
});
