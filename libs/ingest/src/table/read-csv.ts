import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { DomainError, limits } from '@kshot/domain';
import { parse } from 'csv-parse';
import { strictUtf8 } from './strict-utf8.js';

export interface Csv {
  readonly header: readonly string[];
  /** Cells by column. */
  readonly columns: readonly string[][];
  readonly rows: number;
}

/** A CSV file with a header (RFC 4180; comma, semicolon or tab). Throws DATA_ENCODING, DATA_FORMAT, DATA_EMPTY, DATA_TOO_LARGE. */
export async function readCsv(file: string, report: (share: number) => void): Promise<Csv> {
  const { delimiter, bytes } = await sniff(file);
  const parser = parse({
    delimiter,
    bom: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: 1024 ** 2,
  });
  pipeline(createReadStream(file), strictUtf8(), parser, () => undefined); // an error reaches the loop below through the parser
  let header: string[] | undefined;
  let columns: string[][] = [];
  let rows = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { bytes: number };
    }>) {
      if (!header) {
        header = checkedHeader(record);
        columns = header.map(() => []);
        continue;
      }
      if (++rows > limits.examples)
        throw new DomainError(
          'DATA_TOO_LARGE',
          `The table has more than ${limits.examples} rows. Use fewer.`,
        );
      for (const [i, cell] of record.entries()) columns[i]?.push(cell);
      if (rows % 1000 === 0) report(info.bytes / bytes);
    }
  } catch (error) {
    throw asFormatError(error);
  }
  if (!header || rows === 0)
    throw new DomainError('DATA_EMPTY', 'The table has no rows under its header. Add examples.');
  return { header, columns, rows };
}

function checkedHeader(record: readonly string[]): string[] {
  const header = record.map((name) => name.trim());
  const twice = header.find((name, i) => header.indexOf(name) !== i);
  if (twice !== undefined)
    throw new DomainError('DATA_COLUMN', `Two columns are called "${twice}". Give each its own name.`);
  if (header.length > limits.columns)
    throw new DomainError(
      'DATA_TOO_LARGE',
      `The table has ${header.length} columns; at most ${limits.columns} are taken.`,
    );
  return header;
}

/** Looks at the first line: which of the usual delimiters it has most of. */
async function sniff(file: string): Promise<{ delimiter: string; bytes: number }> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
    if (bytesRead === 0) throw new DomainError('DATA_EMPTY', 'The file is empty.');
    if (buffer.subarray(0, bytesRead).includes(0))
      throw new DomainError(
        'DATA_ENCODING',
        'The file is not text in UTF-8 (it holds zero bytes). Save it as CSV in UTF-8.',
      );
    const line = buffer.toString('utf8', 0, bytesRead).split('\n')[0] ?? '';
    const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: line.split(delimiter).length }));
    return {
      delimiter: counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter,
      bytes: size,
    };
  } finally {
    await handle.close();
  }
}

function asFormatError(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string };
  if (error instanceof DomainError || !code?.startsWith('CSV_')) return error;
  return new DomainError(
    'DATA_FORMAT',
    `The table cannot be read: ${message}. Check its quotes and the number of cells in that line.`,
  );
}
