import type { Failure, Pack, PackManifest } from '@kshot/domain';
import type pg from 'pg';
import { v7 } from 'uuid';
import type { Stored } from '../blobs/blobs.js';
import { notify } from '../changes/notify.js';
import { LEASE_SECONDS } from '../runs/claim-run.js';

/** Takes a version that waits for its import: the attempt's number, or undefined when somebody else has it. */
export async function claimImport(pool: pg.Pool, versionId: string): Promise<number | undefined> {
  const { rows } = await pool.query<{ attempt: number }>(
    `update data_set_version set attempt = attempt + 1, lease_until = now() + make_interval(secs => $2)
     where id = $1 and status = 'IMPORTING' and (lease_until is null or lease_until < now()) returning attempt`,
    [versionId, LEASE_SECONDS],
  );
  return rows[0]?.attempt;
}

export async function renewImport(
  pool: pg.Pool,
  versionId: string,
  attempt: number,
  progress: number,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update data_set_version set lease_until = now() + make_interval(secs => $3), progress = greatest(progress, $4)
     where id = $1 and attempt = $2 and status = 'IMPORTING'`,
    [versionId, attempt, LEASE_SECONDS, progress],
  );
  await notify(pool, { topic: 'version', id: versionId });
  return rowCount === 1;
}

/** Imports whose worker was lost. */
export async function lostImports(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from data_set_version where status = 'IMPORTING' and lease_until < now()`,
  );
  return rows.map((row) => row.id);
}

export async function failImport(
  pool: pg.Pool,
  versionId: string,
  attempt: number,
  failure: Failure,
): Promise<void> {
  await pool.query(
    `update data_set_version set status = 'FAILED', failure_code = $3, failure_message = $4, lease_until = null
     where id = $1 and attempt = $2 and status = 'IMPORTING'`,
    [versionId, attempt, failure.code, failure.message],
  );
  await notify(pool, { topic: 'version', id: versionId });
}

/** What the import's process hands over beside the stored pack. */
export interface Imported {
  readonly manifest: PackManifest;
  readonly labels: Int32Array;
  readonly names: readonly string[];
  /** [n] part of each example, by split. */
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly stored: Stored;
}

/** Makes a version READY with its classes, examples and splits, all or nothing; false when the attempt is not the present one. */
export async function finishImport(
  pool: pg.Pool,
  versionId: string,
  attempt: number,
  imported: Imported,
): Promise<boolean> {
  const { manifest, stored } = imported;
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rowCount } = await client.query(
      `update data_set_version set status = 'READY', progress = 1, lease_until = null, modality = $3::"Modality", hash = $4, bytes = $5,
         manifest = $6, example_count = $7, class_count = $8
       where id = $1 and attempt = $2 and status = 'IMPORTING'`,
      [
        versionId,
        attempt,
        manifest.modality,
        stored.hash,
        stored.bytes,
        JSON.stringify(manifest),
        manifest.count,
        manifest.classes.length,
      ],
    );
    if (rowCount === 1) {
      await insertClasses(client, versionId, manifest);
      await insertExamples(client, versionId, imported);
      await insertSplits(client, versionId, imported);
      await notify(client, { topic: 'version', id: versionId });
    }
    await client.query('commit');
    return rowCount === 1;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
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
  { labels, names }: Imported,
): Promise<void> {
  for (let at = 0; at < labels.length; at += ROWS_AT_ONCE) {
    const rows = names.slice(at, at + ROWS_AT_ONCE);
    await client.query(
      `insert into example (id, version_id, index, class_index, name)
       select e.id, $1, $2 + e.place - 1, e.class_index, e.name
       from unnest($3::uuid[], $4::int[], $5::text[]) with ordinality as e(id, class_index, name, place)`,
      [versionId, at, rows.map(() => v7()), Array.from(labels.subarray(at, at + rows.length)), rows],
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
export const importedFrom = (pack: Pack, names: readonly string[], stored: Stored): Imported => ({
  manifest: pack.manifest,
  labels: pack.arrays.labels!.values as Int32Array,
  names,
  parts: Object.fromEntries(
    pack.manifest.splits.map(({ name }) => [name, pack.arrays[`parts:${name}`]!.values as Uint8Array]),
  ),
  stored,
});
