import type { PredictedRow } from '@kshot/domain';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { parquetPieces } from './prediction-parquet.js';

const row = (number: number, part: Partial<PredictedRow> = {}): PredictedRow => ({
  row: number,
  name: null,
  cells: [`${number},5`, '=1+1'],
  label: null,
  thumbnail: null,
  class: 'setosa',
  probability: 0.1,
  set: null,
  noneOfThese: false,
  problem: null,
  ...part,
});

async function written(columns: string[], batches: PredictedRow[][]): Promise<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  const source = async function* () {
    yield* batches;
  };
  for await (const piece of parquetPieces(columns, source())) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces)).buffer;
}

test('rows of several batches come back with the columns of the file first, and cells as they were', async () => {
  const file = await written(
    ['size', 'row'],
    [
      [row(1), row(2, { set: ['setosa', 'virginica'], noneOfThese: true })],
      [row(3, { class: null, probability: null, problem: 'It has no “size”.' })],
    ],
  );
  const rows = await parquetReadObjects({ file });
  const answer = { predicted: 'setosa', probability: 0.1, set: null, none_of_these: null, problem: null };
  expect(rows).toEqual([
    { size: '1,5', row: '=1+1', kshot_row: 1, ...answer },
    { size: '2,5', row: '=1+1', kshot_row: 2, ...answer, set: 'setosa | virginica', none_of_these: true },
    {
      size: '3,5',
      row: '=1+1',
      kshot_row: 3,
      ...answer,
      predicted: null,
      probability: null,
      problem: 'It has no “size”.',
    },
  ]);
  expect(Object.keys(rows[0]!).slice(0, 3)).toEqual(['size', 'row', 'kshot_row']);
  expect(parquetMetadata(file).row_groups).toHaveLength(2);
});

test('pictures have a file and its class instead of columns', async () => {
  const file = await written([], [[row(1, { cells: [], name: 'a/b.png', label: 'cat' })]]);
  const [first] = await parquetReadObjects({ file });
  expect(first).toMatchObject({ row: 1, file: 'a/b.png', class: 'cat', predicted: 'setosa' });
});

test('a table without rows has its columns', async () => {
  const { schema, num_rows } = parquetMetadata(await written(['size'], []));
  expect(num_rows).toBe(0n);
  expect(schema.map(({ name }) => name).slice(1, 3)).toEqual(['size', 'row']);
});
