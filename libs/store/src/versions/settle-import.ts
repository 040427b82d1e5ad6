import type { Pack, PackManifest } from '@kshot/domain';
import type pg from 'pg';
import { v7 } from 'uuid';
import type { Stored } from '../blobs/blobs.js';

/** What the import's process hands over beside the stored pack. */
export interface Imported {
  readonly manifest: PackManifest;
  readonly labels: Int32Array;
  /** Of the labelled examples, then of the unlabelled ones; keys too. */
  readonly names: readonly string[];
  readonly keys: ArrayLike<number>;
  /** [n] part of each example, by split. */
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly stored: Stored;
}

/** Stores what an import read: the version's pack with its classes, examples and splits. */
export async function settleImport(
  client: pg.PoolClient,
  versionId: string,
  imported: Imported,
): Promise<void> {
  const { manifest, stored } = imported;
  await client.query(
    `update data_set_version set modality = $2::"Modality", hash = $3, bytes = $4, manifest = $5, example_count = $6,
       class_count = $7 where id = $1`,
    [
      versionId,
      manifest.modality,
      stored.hash,
      stored.bytes,
      JSON.stringify(manifest),
      manifest.count,
      manifest.classes.length,
    ],
  );
  await insertClasses(client, versionId, manifest);
  await insertExamples(client, versionId, imported);
  await insertSplits(client, versionId, imported);
}

async function insertClasses(
  client: pg.PoolClient,
  versionId: string,
  { classes }: PackManifest,
): Promise<void> {
  await client.query(
    `insert into class (id, version_id, index, name, "group", count)
     select c.id, $1, c.place - 1, c.name, c.family, c.count
     from unnest($2::uuid[], $3::text[], $4::text[], $5::int[]) with ordinality as c(id, name, family, count, place)`,
    [
      versionId,
      classes.map(() => v7()),
      classes.map((c) => c.name),
      classes.map((c) => c.group),
      classes.map((c) => c.count),
    ],
  );
}

const ROWS_AT_ONCE = 20_000;

async function insertExamples(
  client: pg.PoolClient,
  versionId: string,
  { labels, names, keys }: Imported,
): Promise<void> {
  for (let at = 0; at < names.length; at += ROWS_AT_ONCE) {
    const rows = names.slice(at, at + ROWS_AT_ONCE);
    await client.query(
      `insert into example (id, version_id, index, class_index, name, key)
       select e.id, $1, $2 + e.place - 1, e.class_index, e.name, e.key
       from unnest($3::uuid[], $4::int[], $5::text[], $6::bigint[]) with ordinality as e(id, class_index, name, key, place)`,
      [
        versionId,
        at,
        rows.map(() => v7()),
        rows.map((_, i) => labels[at + i] ?? null),
        rows,
        rows.map((_, i) => keys[at + i] ?? null),
      ],
    );
  }
}

async function insertSplits(
  client: pg.PoolClient,
  versionId: string,
  { manifest, labels, parts }: Imported,
): Promise<void> {
  for (const split of manifest.splits) {
    const assigned = parts[split.name] as Uint8Array;
    const described = split.parts.map((name, k) => {
      const rows = [...assigned.keys()].filter((row) => assigned[row] === k);
      return { name, exampleCount: rows.length, classCount: new Set(rows.map((row) => labels[row])).size };
    });
    await client.query(
      `insert into split (id, version_id, name, kind, seed, parts) values ($1, $2, $3, 'EXAMPLE', $4, $5)`,
      [v7(), versionId, split.name, split.seed, JSON.stringify(described)],
    );
  }
}

/** The rows that finishing an import needs, out of a pack. */
export const importedFrom = (
  pack: Pack,
  { names, keys }: Pick<Imported, 'names' | 'keys'>,
  stored: Stored,
): Imported => ({
  manifest: pack.manifest,
  labels: pack.arrays.labels!.values as Int32Array,
  names,
  keys,
  parts: Object.fromEntries(
    pack.manifest.splits.map(({ name }) => [name, pack.arrays[`parts:${name}`]!.values as Uint8Array]),
  ),
  stored,
});
