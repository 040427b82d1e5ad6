import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { keptSetting } from '../settings/kept-setting.js';
import type { Blobs } from './blobs.js';
import { referencesIn } from './references-in.js';

/**
 * Whether this database is the one whose rows refer to the blobs of this folder: both hold the same mark. Without it an empty
 * database beside a full folder would make all its blobs look unused.
 */
export async function ownsBlobs(client: pg.PoolClient, blobs: Blobs): Promise<boolean> {
  const file = path.join(blobs.dir, 'database');
  const mark = await keptSetting(client, 'database', randomUUID());
  const found = await readFile(file, 'utf8').catch(() => undefined); // no mark yet
  if (found !== undefined) return found === mark;
  if (!(await isOwn(client, blobs))) return false;
  await writeFile(file, mark);
  return true;
}

/** A folder without a mark belongs to the database when it is empty, or when a row refers to one of its blobs. */
async function isOwn(client: pg.PoolClient, blobs: Blobs): Promise<boolean> {
  const hashes: string[] = [];
  for await (const hash of blobs.unchangedSince(Number.POSITIVE_INFINITY)) hashes.push(hash);
  return hashes.length === 0 || (await referencesIn(client, hashes)).size > 0;
}
