import 'reflect-metadata';
import { type Store, writePack } from '@kshot/store';
import { execute, Kind } from 'graphql';
import pg from 'pg';
import { v7 } from 'uuid';
import { expect, test, vi } from 'vitest';
import { localPrincipal } from '../../apps/api/src/access/principal.js';
import { buildSchema } from '../../apps/api/src/build-schema.js';
import { contextOf, type Services } from '../../apps/api/src/context.js';
import { fragments, operations } from '../../apps/dashboard/documents.mjs';
import { newRuns } from '../harness/new-runs.js';
import { newStore } from '../harness/template-database.js';

const schema = await buildSchema();

interface List {
  readonly nodes: Record<string, unknown>[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** Answers an operation of the dashboard, and counts the statements that it takes. */
async function asked(store: Store, name: string, variables: Record<string, unknown>) {
  const operation = operations.find((one) => one.name?.value === name)!;
  const query = vi.spyOn(pg.Client.prototype, 'query');
  const contextValue = contextOf({ store } as Services, localPrincipal);
  const document = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] } as const;
  const { data, errors } = await execute({ schema, document, variableValues: variables, contextValue });
  // What a new connection is set to is none.
  const statements = query.mock.calls.filter(([asked]) => !/^set /.test(String(asked))).length;
  query.mockRestore();
  if (errors) throw errors[0];
  return {
    data: data as Record<string, List>,
    statements,
  };
}

/** Data sets of eight classes with two texts each. */
async function newDataSets({ pool, blobs }: Store, count: number): Promise<string[]> {
  const { hash } = await writePack(blobs, {
    manifest: { format: 'kshot-pack-1', modality: 'TEXT', count: 16, classes: [], splits: [], warnings: [] },
    arrays: {
      utf8: { shape: [16], values: new Uint8Array(16).fill(97) },
      offsets: { shape: [17], values: Int32Array.from({ length: 17 }, (_, i) => i) },
    },
  });
  const manifest = {
    ...{ format: 'kshot-pack-1', modality: 'TEXT', count: 16 },
    ...{ classes: [], splits: [], warnings: [] },
  };
  const { rows } = await pool.query<{ id: string }>(
    `with sets as (
       insert into data_set (id, name) select gen_random_uuid(), 'set ' || i from generate_series(1, $1::int) i returning id)
     insert into data_set_version (id, data_set_id, number, status, modality, hash, upload_hash, request, manifest)
     select gen_random_uuid(), id, 1, 'READY', 'TEXT', $2, 'aa', '{}', $3 from sets returning id`,
    [count, hash, JSON.stringify(manifest)],
  );
  const ids = rows.map(({ id }) => id);
  await pool.query(
    `insert into class (id, version_id, index, name, count)
     select gen_random_uuid(), v, i, 'class ' || i, 2 from unnest($1::uuid[]) v, generate_series(0, 7) i`,
    [ids],
  );
  await pool.query(
    `insert into example (id, version_id, index, class_index, name)
     select gen_random_uuid(), v, i, i / 2, i / 2 || '-' || i % 2 from unnest($1::uuid[]) v, generate_series(0, 15) i`,
    [ids],
  );
  return ids;
}

test('a hundred cards of data sets take as many statements as ten: at most six', async () => {
  const store = await newStore();
  await newDataSets(store, 100);
  const few = await asked(store, 'DataSets', { first: 10 });
  const { data, statements } = await asked(store, 'DataSets', { first: 100 });
  expect(data.dataSets).toMatchObject({ totalCount: 100, nodes: { length: 100 } });
  const { latest } = data.dataSets!.nodes[99] as { latest: { classes: { nodes: { examples: object[] }[] } } };
  expect(latest.classes.nodes.map(({ examples }) => examples)).toEqual(
    Array.from({ length: 8 }, (_, k) => [expect.objectContaining({ name: `${k}-0`, text: 'a' })]),
  );
  expect(statements).toBeLessThanOrEqual(6);
  expect(statements).toBe(few.statements);
});

test('a hundred runs take at most five statements', async () => {
  const store = await newStore();
  await newRuns(store, 120);
  const { data, statements } = await asked(store, 'Runs', { first: 100 });
  expect(data.runs?.nodes).toHaveLength(100);
  expect(statements).toBeLessThanOrEqual(5);
});

test.each([
  ['CREATED_AT', 'DESC'],
  ['NAME', 'ASC'],
  ['STATUS', 'DESC'],
  ['STATUS', 'ASC'],
  ['DURATION', 'DESC'],
  ['DURATION', 'ASC'],
])('pages by %s, %s, have each run once and in the order of one long page', async (field, direction) => {
  const store = await newStore();
  await newRuns(store, 40);
  await store.pool.query(`
    update run set
      status = (array['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'])[1 + n % 5]::"TaskStatus",
      started_at = now() - n * interval '1 minute',
      ended_at = case when n % 3 = 0 then now() - n * interval '1 minute' + (n / 6) * interval '1.1 second' end,
      created_at = now() - (n / 4) * interval '1 second'
    from (select id as of, row_number() over (order by id) as n from run) numbered where of = run.id`);
  const sort = { field, direction };
  const idsOf = ({ nodes }: List) => nodes.map(({ id }) => id);
  const whole = idsOf((await asked(store, 'Runs', { first: 100, sort })).data.runs!);
  const paged: unknown[] = [];
  for (let after: string | null = null; ; ) {
    const runs: List = (await asked(store, 'Runs', { first: 7, after, sort })).data.runs!;
    paged.push(...idsOf(runs));
    if (!runs.pageInfo.hasNextPage) break;
    after = runs.pageInfo.endCursor;
  }
  expect(paged).toEqual(whole);
  expect(new Set(paged).size).toBe(40);
});

test.each([
  ['of another order', Buffer.from(JSON.stringify(['name', v7(), 'a'])).toString('base64url')],
  ['of no list', 'bm90aGluZw'],
  ['with a value of another kind', Buffer.from(JSON.stringify(['createdAt', v7(), 5])).toString('base64url')],
])('a cursor %s is refused', async (_, after) => {
  const store = await newStore();
  await expect(asked(store, 'Runs', { first: 7, after })).rejects.toThrow(
    /cursor was not given by this list/,
  );
});
