import type { PredictedRow } from '@kshot/domain';
import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { downloadColumns } from './download-columns.js';

/** A table of predicted rows as Parquet, in pieces: a row group for each batch, so that one batch is held at a time. */
export async function* parquetPieces(
  columns: readonly string[],
  batches: AsyncIterable<readonly PredictedRow[]>,
): AsyncGenerator<Uint8Array> {
  const own = downloadColumns(columns);
  const columnData = (rows: readonly PredictedRow[]) =>
    own.map(({ name, type, of }) => ({ name, type, nullable: true, data: rows.map(of) }));
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: columnData([]) }),
    createdBy: 'kshot',
  });
  for await (const rows of batches) {
    await parquet.write({ columnData: columnData(rows), rowGroupSize: rows.length });
    yield taken(writer);
  }
  await parquet.finish();
  yield taken(writer);
}

/** What has been written since; the writer begins at the front of its buffer again. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
