import { nameOfExample } from '@kshot/domain';
import { encodePng, type InputRow, type InputRows, type RawInput } from '@kshot/ingest';
import { type Blobs, cellsOf, openPack, type PackReader, textOf } from '@kshot/store';

const AT_ONCE = 256;

/** The examples of a version, of one part of a split, or those without a class, as rows. */
export async function versionRows(
  blobs: Blobs,
  packHash: string,
  { split, part }: { readonly split?: string; readonly part?: string },
): Promise<InputRows & { close(): Promise<void> }> {
  const pack = await openPack(blobs, packHash);
  const { count, unlabelled = 0, classes, columns = [], splits, modality } = pack.manifest;
  const labels = await pack.rows('labels', 0, count);
  const wanted = splits.find(({ name }) => name === split)?.parts.indexOf(part ?? '') ?? -1;
  const assigned = wanted < 0 ? undefined : await pack.rows(`parts:${split}`, 0, count);
  const isUnlabelled = split === undefined && part === 'unlabelled';
  const rows = isUnlabelled
    ? Array.from({ length: unlabelled }, (_, i) => count + i)
    : Array.from({ length: count }, (_, i) => i).filter((i) => !assigned || assigned[i] === wanted);
  async function* batches(): InputRows['batches'] & AsyncGenerator {
    for (let at = 0; at < rows.length; at += AT_ONCE)
      yield {
        rows: await Promise.all(
          rows.slice(at, at + AT_ONCE).map((i) => exampleRow(pack, i, classes[labels[i]!]?.name ?? null)),
        ),
        read: Math.min(1, (at + AT_ONCE) / rows.length),
      };
  }
  const inputColumns =
    modality === 'TABLE' ? columns.map(({ name }) => name) : modality === 'TEXT' ? ['text'] : [];
  return {
    columns: inputColumns,
    inputColumns,
    labelColumn: isUnlabelled ? null : 'class',
    notes: [],
    batches: batches(),
    close: async () => undefined,
  };
}

async function exampleRow(pack: PackReader, index: number, label: string | null): Promise<InputRow> {
  const name = nameOfExample(index);
  const row = await cellsOf(pack, index);
  if (row) return { name, label, cells: row.map(({ value }) => value ?? ''), read: async () => ({ row }) };
  const text = await textOf(pack, index);
  if (text !== null) return { name, label, cells: [text], read: async () => ({ text }) };
  return { name, label, cells: [], read: () => picture(pack, index) };
}

async function picture(pack: PackReader, index: number): Promise<RawInput> {
  const pixels = await pack.rows('pixels', index, index + 1);
  return { image: await encodePng(pixels as Uint8Array, pack.manifest.image!) };
}
