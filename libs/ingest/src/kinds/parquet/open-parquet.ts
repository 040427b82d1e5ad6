import { DomainError, limits } from '@kshot/domain';
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { Source } from '../../archives/archive.js';
import type { Entry } from '../records/records.js';

const ROWS = 10_000;

/** A Parquet file that is open. */
export interface OpenParquet {
  readonly metadata: FileMetaData;
  readonly rows: number;
  /** Some rows at a time. Bytes that nothing says to be text are read as text, unless columns of bytes are asked for. */
  batches(bytesOf?: readonly string[], size?: number): AsyncIterable<Entry[]>;
}

/** Throws DATA_TOO_LARGE with too many rows; what else is thrown means that the file is damaged. */
export async function openParquet(source: Source): Promise<OpenParquet> {
  const bytes = await source.read();
  const file: AsyncBuffer = {
    byteLength: bytes.length,
    slice: (from, to) => new Uint8Array(bytes.subarray(from, to)).buffer as ArrayBuffer,
  };
  const metadata = await parquetMetadataAsync(file);
  const rows = Number(metadata.num_rows);
  if (rows > limits.examples)
    throw new DomainError(
      'DATA_TOO_LARGE',
      `The table has ${rows} rows; at most ${limits.examples} are taken.`,
    );
  return {
    metadata,
    rows,
    async *batches(bytesOf, size = ROWS) {
      for (let from = 0; from < rows; from += size)
        yield await parquetReadObjects({
          file,
          metadata,
          compressors,
          ...(bytesOf ? { columns: [...bytesOf], utf8: false } : {}),
          rowStart: from,
          rowEnd: Math.min(rows, from + size),
        });
    },
  };
}

/** What `read` gives; where it fails otherwise than by a refusal, the file is damaged. */
export async function orDamagedParquet<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof DomainError ? error : damagedParquet();
  }
}

export const damagedParquet = (): DomainError =>
  new DomainError(
    'DATA_FORMAT',
    'The Parquet file is damaged, or written in a way that cannot be read. Write it again, or save the table as CSV.',
  );
