import { stat } from 'node:fs/promises';
import { type EditedRows, editRows, isEmptyEdit, type Pack, type PackManifest } from '@kshot/domain';
import { describeColumns, findCopies, oddClassNames } from '@kshot/ingest';
import {
  type Blobs,
  gatherRows,
  importedFrom,
  type Listing,
  type Places,
  readListing,
  readSources,
  writeListing,
  writePack,
} from '@kshot/store';
import type { EditTask, FromChild } from '../attempt/protocol.js';
import { type Added, readAdded } from './read-added.js';

/** Stores a version as a list of rows of the packs of an older one, and of a new pack with what was added. */
export async function editAttempt(
  { parentHash, edit, names, keys }: EditTask,
  blobs: Blobs,
  say: (message: FromChild) => Promise<void>,
): Promise<void> {
  const base = await readListing(blobs, parentHash);
  if (isEmptyEdit(edit)) {
    const stored = { hash: parentHash, bytes: await bytesOf(blobs, [parentHash, ...base.sources]) };
    return say({ kind: 'imported', imported: importedFrom(base, { names, keys: known(keys) }, stored) });
  }
  const added = await readAdded(
    blobs,
    edit,
    base.manifest,
    keys,
    (share) => void say({ kind: 'importing', share }),
  );
  const parts = Object.fromEntries(
    base.manifest.splits.map(({ name }) => [name, base.arrays[`parts:${name}`]!.values as Uint8Array]),
  );
  const rows = editRows(
    { manifest: base.manifest, labels: base.arrays.labels!.values as Int32Array, parts },
    edit,
    added.packed.kept.map(({ className }) => className),
  );
  const sources =
    added.packed.kept.length > 0 ? [...base.sources, await writeAdded(blobs, added)] : base.sources;
  const places = placesOf(base, rows.from, sources.length - 1);
  const allNames = [...names, ...added.packed.kept.map(({ name }) => name)];
  const allKeys = [...keys, ...added.packed.keys];
  const own = {
    names: Array.from(rows.from, (row) => allNames[row] as string),
    keys: Array.from(rows.from, (row) => allKeys[row] as number | null),
  };
  const described = await manifestOf(blobs, base.manifest, added, rows, sources, places);
  const manifest = { ...described, warnings: [...described.warnings, ...copiesIn(own, rows)] };
  const arrays: Pack['arrays'] = {
    labels: { shape: [rows.labels.length], values: rows.labels },
    ...Object.fromEntries(
      Object.entries(rows.parts).map(([name, values]) => [
        `parts:${name}`,
        { shape: [values.length], values },
      ]),
    ),
  };
  const pack = { manifest: { ...manifest, sources: [...sources] }, arrays };
  const { hash } = await writeListing(blobs, pack, places);
  const stored = { hash, bytes: await bytesOf(blobs, [hash, ...sources]) };
  await say({
    kind: 'imported',
    imported: importedFrom(pack, { names: own.names, keys: known(own.keys) }, stored),
  });
}

/** Versions that were made before keys were stored have none. */
const known = (keys: readonly (number | null)[]): number[] => keys as number[];

/** As an import says it; nothing of a version whose examples have no keys. */
function copiesIn(
  { names, keys }: { names: readonly string[]; keys: readonly (number | null)[] },
  { labels, parts }: EditedRows,
): string[] {
  const [assigned = labels] = Object.values(parts);
  return keys.includes(null) ? [] : findCopies(known(keys), names, labels, assigned);
}

const bytesOf = async (blobs: Blobs, hashes: readonly string[]): Promise<number> => {
  const sizes = await Promise.all(
    [...new Set(hashes)].map(async (hash) => (await stat(blobs.path(hash))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
};

async function writeAdded(blobs: Blobs, { packed }: Added): Promise<string> {
  const { manifest, arrays, kept } = packed;
  const whole = { classes: [], splits: [], warnings: [], ...manifest, count: kept.length };
  return (await writePack(blobs, { manifest: { format: 'kshot-pack-1', ...whole }, arrays })).hash;
}

/** Rows of the old version keep their places; added ones are rows of the last source. */
function placesOf(base: Listing, from: Int32Array, last: number): Places {
  const before = base.places.row.length;
  return {
    source: from.map((row) => (row < before ? (base.places.source[row] as number) : last)),
    row: from.map((row) => (row < before ? (base.places.row[row] as number) : row - before)),
  };
}

async function manifestOf(
  blobs: Blobs,
  base: PackManifest,
  { packed, warnings }: Added,
  { manifest, labels }: EditedRows,
  sources: readonly string[],
  { source, row }: Places,
): Promise<PackManifest> {
  const { unlabelled: _unlabelled, ...own } = base;
  const described = { ...own, ...manifest, count: labels.length };
  const names = manifest.classes.map(({ name }) => name);
  const all = { ...described, warnings: [...warnings, ...oddClassNames(names)] };
  if (base.text && packed.manifest.text)
    return { ...all, text: joinedText(base, packed.manifest.text, packed.kept.length) };
  if (!base.columns) return all;
  const labelled = { source: source.subarray(0, labels.length), row: row.subarray(0, labels.length) };
  const content = gatherRows(await readSources(blobs, sources, labelled), labelled);
  const columns = packed.manifest.columns ?? base.columns;
  return { ...all, columns: describeColumns(columns, content, labels.length) };
}

type TextFigures = NonNullable<PackManifest['text']>;

function joinedText({ text, count }: PackManifest, more: TextFigures, added: number): TextFigures {
  const { meanCharacters, maxCharacters } = text as TextFigures;
  const total = Math.max(1, count + added);
  return {
    meanCharacters: (meanCharacters * count + more.meanCharacters * added) / total,
    maxCharacters: Math.max(maxCharacters, more.maxCharacters),
  };
}
