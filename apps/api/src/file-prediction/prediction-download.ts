import { createInterface } from 'node:readline';
import { DomainError, type PredictedRow } from '@kshot/domain';
import { getRow, type Store } from '@kshot/store';
import { csvText } from '../files/csv-text.js';

/** Rows that go out together. */
const AT_ONCE = 500;

/** A finished prediction as text, in pieces. Throws NOT_FOUND, and CONFLICT while it runs. */
export async function predictionDownload(
  store: Store,
  id: string,
  format: 'csv' | 'jsonl',
): Promise<{ readonly name: string; readonly pieces: AsyncIterable<string> }> {
  const row = await getRow(store, 'prediction', id);
  if (!row.resultHash || !row.summary)
    throw new DomainError(
      'CONFLICT',
      `The prediction is ${row.status.toLowerCase()}. Its rows are there once it is done.`,
    );
  const { columns } = row.summary;
  const lines = createInterface({
    input: store.blobs.stream(row.resultHash),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  return {
    name: row.name,
    pieces: format === 'csv' ? csvPieces(columns, lines) : jsonPieces(columns, lines),
  };
}

/** The columns of the file, then the answers. */
async function* csvPieces(columns: readonly string[], lines: AsyncIterable<string>): AsyncGenerator<string> {
  const own = ['row', 'file', 'class', 'predicted', 'probability', 'set', 'none_of_these', 'problem'];
  const names = columns.length > 0 ? own.filter((name) => name !== 'file' && name !== 'class') : own;
  yield csvText([[...columns, ...names.map((name) => differently(name, columns))]]);
  for await (const rows of batches(lines))
    yield csvText(
      rows.map(({ cells, row, name, label, probability, set, noneOfThese, problem, class: predicted }) => [
        ...columns.map((_, i) => cells[i]),
        row,
        ...(columns.length > 0 ? [] : [name, label]),
        predicted,
        probability,
        set?.join(' | '),
        noneOfThese ? 'yes' : set ? 'no' : '',
        problem,
      ]),
    );
}

async function* jsonPieces(columns: readonly string[], lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const rows of batches(lines))
    yield rows
      .map(({ cells, thumbnail: _, ...answer }) => {
        const input = Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
        return `${JSON.stringify(columns.length > 0 ? { input, ...answer } : answer)}\n`;
      })
      .join('');
}

async function* batches(lines: AsyncIterable<string>): AsyncGenerator<PredictedRow[]> {
  let rows: PredictedRow[] = [];
  for await (const line of lines) {
    if (rows.push(JSON.parse(line) as PredictedRow) < AT_ONCE) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** A name that no column of the file has. */
const differently = (name: string, columns: readonly string[]): string =>
  columns.includes(name) ? differently(`kshot_${name}`, columns) : name;
