import { zipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { drawings, example, imported } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import {
  answeredAgain,
  type FilePrediction,
  predictedFile,
  predictionEnded,
  startPrediction,
} from '../../harness/predictions.js';
import { trainedModel } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
let iris: { versionId: string; modelId: string };
beforeAll(async () => {
  kshot = await takeKshot();
  const { id } = await imported(kshot, 'iris.csv', example('iris.csv'));
  iris = { versionId: id, modelId: await trainedModel(kshot, id, { epochs: 30 }) };
});
afterAll(() => kshot.stop());

const content = async (path: string): Promise<string> => (await fetch(kshot.api + path)).text();

interface Row {
  readonly row: number;
  readonly class: string | null;
  readonly probability: number | null;
  readonly problem: string | null;
}
async function rowsOf(
  { id }: FilePrediction,
  args: string,
): Promise<{ totalCount: number; nodes: Row[]; pageInfo: { endCursor: string; hasNextPage: boolean } }> {
  const { prediction } = await kshot.ask<{ prediction: { rows: Awaited<ReturnType<typeof rowsOf>> } }>(
    `query ($id: ID!) { prediction(id: $id) { rows${args} { totalCount pageInfo { endCursor hasNextPage } nodes { row class probability problem } } } }`,
    { id },
  );
  return prediction.rows;
}

const again = (id: string, row: number, fields = '') => answeredAgain(kshot, id, row, fields);

test('a row of a table is explained by what its cells add', async () => {
  const done = await predictedFile(kshot, iris.modelId, 'iris.csv', example('iris.csv'));
  const { answer, before } = await again(done.id, 2, 'contributions { usual cells { column added } }');
  expect(answer).toMatchObject({ class: before.class, contributions: { cells: { length: 4 } } });
  expect(answer.probabilities[0]!.probability).toBeCloseTo(before.probability!, 5);
});

test('a row that has no answer, and one that is not there, have no explanation', async () => {
  const done = await predictedFile(
    kshot,
    iris.modelId,
    'new.csv',
    'sepal_length,sepal_width,petal_length,petal_width\nlong,,,\n5.1,3.5,1.4,0.2\nx,y,z,w\n',
  );
  const answer = (row: number) => refusal(again(done.id, row));
  expect(await answer(9)).toMatchObject({ code: 'NOT_FOUND' });
  const unread = (await rowsOf(done, '(filter: { unread: true })')).nodes[0]!;
  expect(await answer(unread.row)).toEqual({
    code: 'CONFLICT',
    message: expect.stringContaining(unread.problem!),
  });
});

test('a file with its class is scored, and rows come least sure first', async () => {
  const done = await predictedFile(kshot, iris.modelId, 'iris.csv', example('iris.csv'));
  expect(done).toMatchObject({ status: 'DONE', summary: { rows: 150, unread: 0, labelColumn: 'label' } });
  const { score, classes } = done.summary!;
  expect(score!.rows).toBe(150);
  const { counts } = score!.confusion!;
  expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(150);
  expect(score!.accuracy).toBeCloseTo((counts[0]![0]! + counts[1]![1]! + counts[2]![2]!) / 150, 10);
  expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(150);
  const first = await rowsOf(done, '(first: 100)');
  expect(first.totalCount).toBe(150);
  const second = await rowsOf(done, `(first: 100, after: "${first.pageInfo.endCursor}")`);
  expect(second.pageInfo.hasNextPage).toBe(false);
  const all = [...first.nodes, ...second.nodes];
  expect(new Set(all.map(({ row }) => row)).size).toBe(150);
  const probabilities = all.map(({ probability }) => probability!);
  expect(probabilities).toEqual([...probabilities].sort((a, b) => a - b));
  const mistaken = await rowsOf(done, '(filter: { mistaken: true })');
  expect(mistaken.totalCount).toBe(Math.round(150 * (1 - score!.accuracy)));
});

test('rows that cannot be read keep their place and say why; formulas are neutralised', async () => {
  const done = await predictedFile(
    kshot,
    iris.modelId,
    'new.csv',
    'note,sepal_length,sepal_width,petal_length,petal_width\n=1+1,5.1,3.5,1.4,0.2\nb,long,3,1,1\nc,6.3,2.9,5.6,1.8\n',
  );
  expect(done).toMatchObject({
    status: 'DONE',
    summary: { rows: 3, unread: 1, labelColumn: null, score: null },
  });
  const lines = (await content(done.csvUrl)).trim().split('\n');
  expect(lines[0]).toBe(
    'note,sepal_length,sepal_width,petal_length,petal_width,row,predicted,probability,set,none_of_these,problem',
  );
  expect(lines[1]).toMatch(/^'=1\+1,5\.1,3\.5,1\.4,0\.2,1,setosa,/);
  expect(lines[2]).toMatch(/^b,long,3,1,1,2,,,,,"Column ""sepal_length"" needs a number/);
  expect(lines).toHaveLength(4);
  const rows = (await content(done.jsonLinesUrl))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows[2]).toMatchObject({ row: 3, input: { note: 'c', sepal_length: '6.3' }, problem: null });
  expect((await rowsOf(done, '(filter: { unread: true })')).nodes).toMatchObject([{ row: 2, class: null }]);
});

test('a part of a version is predicted; a calibrated model gives sets', async () => {
  await kshot.ask('mutation ($input: CalibrateModelInput!) { calibrateModel(input: $input) { id } }', {
    input: { modelId: iris.modelId, part: 'test' },
  });
  const id = await startPrediction(kshot, { modelId: iris.modelId, versionId: iris.versionId, part: 'test' });
  const done = await predictionEnded(kshot, id);
  expect(done).toMatchObject({ status: 'DONE', summary: { noneOfThese: null } });
  expect(done.summary!.score!.rows).toBe(done.summary!.rows);
  const { answer, before } = await again(done.id, 3);
  expect(answer.class).toBe(before.class);
  expect(answer.probabilities[0]!.probability).toBeCloseTo(before.probability!, 5);
});

test('photos in a ZIP are predicted, and a broken one says so', async () => {
  const pictures = await imported(kshot, 'handwriting.zip', drawings());
  const modelId = await trainedModel(kshot, pictures.id);
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'white' } })
    .png()
    .toBuffer();
  const zip = zipSync({ 'a.png': photo, 'b.png': photo.subarray(0, 60), 'c.png': photo });
  const done = await predictedFile(kshot, modelId, 'photos.zip', Buffer.from(zip));
  expect(done).toMatchObject({ status: 'DONE', summary: { rows: 3, unread: 1 } });
  expect((await rowsOf(done, '(filter: { unread: true })')).nodes[0]!.problem).toMatch(
    /^The picture cannot be read/,
  );
  const [shown] = (
    await kshot.ask<{ prediction: { rows: { nodes: { name: string; thumbnail: string }[] } } }>(
      `{ prediction(id: "${done.id}") { rows(order: ROW) { nodes { name thumbnail } } } }`,
    )
  ).prediction.rows.nodes;
  expect(shown).toMatchObject({
    name: 'a.png',
    thumbnail: expect.stringMatching(/^data:image\/webp;base64,/),
  });
  // A picture is read again from the file.
  const { answer, before } = await again(done.id, 3);
  expect(answer.class).toBe(before.class);
  expect(answer.probabilities[0]!.probability).toBeCloseTo(before.probability!, 5);
  expect(await predictedFile(kshot, modelId, 'one.png', photo)).toMatchObject({
    summary: { rows: 1, unread: 0 },
  });
});

test('a file that the model does not take fails with what to send', async () => {
  const done = await predictedFile(kshot, iris.modelId, 'other.csv', 'a,b\n1,2\n');
  expect(done).toMatchObject({ status: 'FAILED', failure: { code: 'DATA_COLUMN' } });
  const photo = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  expect(await predictedFile(kshot, iris.modelId, 'a.png', photo)).toMatchObject({
    failure: { code: 'DATA_FORMAT', message: expect.stringContaining('send a spreadsheet') },
  });
});

test.each<[string, () => Record<string, unknown>, string]>([
  ['neither file nor version', () => ({ modelId: iris.modelId }), 'BAD_INPUT'],
  ['an unknown part', () => ({ modelId: iris.modelId, versionId: iris.versionId, part: 'x' }), 'NOT_FOUND'],
  ['a coverage of 2', () => ({ modelId: iris.modelId, versionId: iris.versionId, coverage: 2 }), 'BAD_INPUT'],
  ['an unknown model', () => ({ modelId: 'x', versionId: iris.versionId }), 'NOT_FOUND'],
])('%s is refused', async (_, input, code) => {
  expect(await refusal(startPrediction(kshot, input()))).toMatchObject({ code });
});

test('a file as Parquet has the columns and cells of its CSV, in their order', async () => {
  const file =
    'petal_width,note,petal_length,sepal_width,sepal_length\n0.2,=1+1,1.4,3.5,5.1\n"1,8",second,5.1,3.0,x\n';
  const done = await predictedFile(kshot, iris.modelId, 'some.csv', file);
  expect(done.parquetUrl).toBe(done.csvUrl.replace('.csv', '.parquet'));
  const response = await fetch(kshot.api + done.parquetUrl);
  expect(response.headers.get('content-type')).toBe('application/vnd.apache.parquet');
  const rows = await parquetReadObjects({ file: await response.arrayBuffer() });
  const [head] = (await content(done.csvUrl)).split('\n');
  expect(Object.keys(rows[0]!).join(',')).toBe(head);
  expect(rows.map(({ petal_width, note, sepal_length }) => [petal_width, note, sepal_length])).toEqual([
    ['0.2', '=1+1', '5.1'],
    ['1,8', 'second', 'x'],
  ]);
  expect(rows[0]).toMatchObject({ row: 1, predicted: 'setosa', problem: null });
  expect(rows[1]).toMatchObject({ row: 2, predicted: null, probability: null });
});
