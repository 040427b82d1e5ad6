import { createInterface } from 'node:readline';
import { csvText, DomainError, type PredictedRow } from '@kshot/domain';
import { getRow, type Store } from '@kshot/store';
import { downloadColumns } from './download-columns.js';
import { parquetPieces } from './prediction-parquet.js';

/** Their media types. */
export const downloadTypes = {
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  parquet: 'application/vnd.apache.parquet',
} as const;
type DownloadFormat = keyof typeof downloadTypes;

export const isDownloadFormat = (name: string): name is DownloadFormat => Object.hasOwn(downloadTypes, name);

/** Rows that go out together. */
const AT_ONCE = 500;
/** Rows of a group of a Parquet file: readers work by the group. */
const GROUP = 10_000;

/** A finished prediction as a file, in pieces. Throws NOT_FOUND, and CONFLICT while it runs. */
export async function predictionDownload(
  store: Store,
  id: string,
  format: DownloadFormat,
): Promise<{ readonly name: string; readonly pieces: AsyncIterable<string | Uint8Array> }> {
  const row = await getRow(store, 'prediction', id);
  if (!row.resultHash || !row.summary)
    throw new DomainError(
      'CONFLICT',
      row.status === 'QUEUED' || row.status === 'RUNNING'
        ? `The prediction is ${row.status.toLowerCase()}. Its rows are there once it is done.`
        : `The prediction is ${row.status.toLowerCase()} and has no rows. Predict the file again.`,
    );
  const { columns } = row.summary;
  const lines = createInterface({
    input: store.blobs.stream(row.resultHash),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  return {
    name: row.name,
    pieces: piecesOf(format, columns, lines),
  };
}

function piecesOf(format: DownloadFormat, columns: readonly string[], lines: AsyncIterable<string>) {
  if (format === 'csv') return csvPieces(columns, lines);
  return format === 'parquet' ? parquetPieces(columns, batches(lines, GROUP)) : jsonPieces(columns, lines);
}

async function* csvPieces(columns: readonly string[], lines: AsyncIterable<string>): AsyncGenerator<string> {
  const own = downloadColumns(columns);
  yield csvText([own.map(({ name }) => name)]);
  for await (const rows of batches(lines, AT_ONCE))
    yield csvText(
      rows.map((row) =>
        own.map(({ of }) => {
          const value = of(row);
          return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
        }),
      ),
    );
}

async function* jsonPieces(columns: readonly string[], lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const rows of batches(lines, AT_ONCE))
    yield rows
      .map(({ cells, thumbnail: _, ...answer }) => {
        const input = Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
        return `${JSON.stringify(columns.length > 0 ? { input, ...answer } : answer)}\n`;
      })
      .join('');
}

async function* batches(lines: AsyncIterable<string>, most: number): AsyncGenerator<PredictedRow[]> {
  let rows: PredictedRow[] = [];
  for await (const line of lines) {
    if (rows.push(JSON.parse(line) as PredictedRow) < most) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}
