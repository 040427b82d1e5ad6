import 'reflect-metadata';
import type { PredictedRow } from '@kshot/domain';
import {
  claimTask,
  countRows,
  deleteRow,
  endTask,
  getRow,
  insertWithTask,
  type Store,
  settlePrediction,
  writePredictionIndex,
} from '@kshot/store';
import { expect, test } from 'vitest';
import { presentFilePrediction } from '../../apps/api/src/file-prediction/file-prediction.type.js';
import { listRows } from '../../apps/api/src/file-prediction/list-rows.js';
import { predictionDownload } from '../../apps/api/src/file-prediction/prediction-download.js';
import { newStore } from '../harness/template-database.js';

const row = (number: number, own: Partial<PredictedRow>): PredictedRow => ({
  row: number,
  name: null,
  cells: [`${number}`, '=1'],
  label: null,
  thumbnail: null,
  class: 'a',
  probability: 0.9,
  set: null,
  noneOfThese: false,
  problem: null,
  ...own,
});
const answered = [
  row(1, { label: 'b' }),
  row(2, { class: 'b', probability: 0.6, label: 'b' }),
  row(3, { class: null, probability: null, problem: 'No.' }),
  row(4, { probability: 0.7 }),
];

/** A prediction of four rows, ended as its worker ends it. */
async function predicted(store: Store) {
  const { pool, blobs } = store;
  const request = { fileName: 'four.csv', coverage: null };
  const asked = { name: 'four.csv', request, modelHash: 'm', modelName: 'm', uploadHash: 'u' };
  const { id } = await insertWithTask(store, 'prediction', 'prediction', asked);
  const held = (await claimTask(pool, ['prediction'], 'w'))!;
  const lines = answered.map((one) => Buffer.from(`${JSON.stringify(one)}\n`));
  const { hash: resultHash } = await blobs.write(lines);
  const indexHash = await writePredictionIndex(blobs, {
    bytes: Int32Array.from(lines, ({ length }) => length),
    classes: Int32Array.of(0, 1, -1, 0),
    labels: Int32Array.of(1, 1, -1, -1),
    probabilities: Float32Array.of(0.9, 0.6, 0, 0.7),
    none: Int32Array.of(0, 1, 0, 0),
  });
  const summary = {
    ...{ rows: 4, unread: 1, columns: ['n', 'row'], labelColumn: null, classes: ['a', 'b'], counts: [2, 1] },
    ...{ noneOfThese: null, notes: [], score: null },
  };
  const settle = (client: Parameters<typeof settlePrediction>[0]) =>
    settlePrediction(client, id, { resultHash, indexHash, summary, inputs: [] });
  const stale = await endTask(pool, { ...held, attempt: 0 }, { status: 'DONE' }, { settle });
  const ended = await endTask(pool, held, { status: 'DONE' }, { settle });
  return { stale, ended, row: await getRow(store, 'prediction', id) };
}

test('a result is stored by the present attempt alone, and the row follows its task', async () => {
  const { stale, ended, row: own } = await predicted(await newStore());
  expect([stale, ended]).toEqual([false, true]);
  expect(own).toMatchObject({ status: 'DONE', startedAt: expect.any(Date), endedAt: expect.any(Date) });
});

test.each([
  ['least sure first, unread last', {}, 'LEAST_SURE', [2, 4, 1, 3]],
  ['most sure first, unread last', {}, 'MOST_SURE', [1, 4, 2, 3]],
  ['as in the file', {}, 'ROW', [1, 2, 3, 4]],
  ['of a class', { class: 'a' }, 'ROW', [1, 4]],
  ['mistaken', { mistaken: true }, 'ROW', [1]],
  ['unread', { unread: true }, 'ROW', [3]],
  ['answered by none of these', { noneOfThese: true }, 'ROW', [2]],
  ['answered by a class', { noneOfThese: false }, 'ROW', [1, 4]],
  ['at most 0.7', { maxProbability: 0.7 }, 'LEAST_SURE', [2, 4]],
] as const)('rows %s', async (_, filter, order, wanted) => {
  const store = await newStore();
  const { row: own } = await predicted(store);
  const prediction = presentFilePrediction(own);
  const seen: number[] = [];
  let after: string | undefined;
  do {
    const page = await listRows(
      store.blobs,
      prediction,
      { first: 2, ...(after ? { after } : {}) },
      filter,
      order,
    );
    expect(page.totalCount).toBe(wanted.length);
    seen.push(...page.nodes.map(({ row: number }) => number));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor! : undefined;
  } while (after);
  expect(seen).toEqual(wanted);
});

test('a download keeps the columns of the file and calls its own differently', async () => {
  const store = await newStore();
  const { row: own } = await predicted(store);
  const { pieces } = await predictionDownload(store, own.id, 'csv');
  let text = '';
  for await (const piece of pieces) text += piece;
  expect(text.split('\n').slice(0, 2)).toEqual([
    'n,row,kshot_row,predicted,probability,set,none_of_these,problem',
    "1,'=1,1,a,0.9,,,",
  ]);
});

test('a deleted prediction takes its task along', async () => {
  const store = await newStore();
  const { row: own } = await predicted(store);
  await deleteRow(store.pool, 'prediction', own.id);
  expect(await countRows(store, 'task', { subject: own.id })).toBe(0);
});
