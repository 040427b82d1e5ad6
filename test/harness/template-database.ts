import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore, type Store } from '@kshot/store';
import pg from 'pg';
import { v7 } from 'uuid';
import { inject, onTestFinished } from 'vitest';

/** The address of a new database, a copy of the template or empty; it goes with the test. */
export async function newDatabase({ empty = false } = {}): Promise<string> {
  const template = new URL(inject('template'));
  const name = `test_${v7().replaceAll('-', '')}`;
  const admin = async (statement: string): Promise<void> => {
    const client = new pg.Client({
      connectionString: String(Object.assign(new URL(template), { pathname: '/postgres' })),
    });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin(`create database ${name} template ${empty ? 'template0' : template.pathname.slice(1)}`);
  onTestFinished(() => admin(`drop database ${name} with (force)`));
  return String(Object.assign(new URL(template), { pathname: `/${name}` }));
}

/** A store on a database and a folder of its own, for one test. */
export async function newStore(): Promise<Store> {
  const url = await newDatabase();
  const blobDir = mkdtempSync(path.join(tmpdir(), 'kshot-blobs-'));
  const store = await openStore({ url, blobDir, connections: 4 });
  onTestFinished(async () => {
    await store.close();
    rmSync(blobDir, { recursive: true, force: true });
  });
  return store;
}
