import { FIRST_PROJECT } from '@kshot/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { imported } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
beforeAll(async () => {
  kshot = await takeKshot();
});
afterAll(() => kshot.stop());

async function metrics(): Promise<Map<string, number>> {
  const response = await fetch(`${kshot.api}/metrics`);
  expect(response.headers.get('content-type')).toContain('text/plain');
  const lines = (await response.text()).split('\n').filter((line) => line && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

test('requests are counted by the part of the API that answers them', async () => {
  await kshot.ask('{ server { runCount } }');
  const found = await metrics();
  expect(
    found.get('kshot_http_request_seconds_count{part="graphql",method="POST",status="200"}'),
  ).toBeGreaterThan(0);
  expect(found.get('kshot_graphql_cost_count')).toBeGreaterThan(0);
});

test('tasks are counted by kind, status and project', async () => {
  await imported(kshot, 'tiny.csv', 'size,label\n1,a\n2,b\n3,a\n4,b\n');
  expect((await metrics()).get(`kshot_tasks{kind="import",status="DONE",project="${FIRST_PROJECT}"}`)).toBe(
    1,
  );
});

test('connections and sockets are there', async () => {
  const found = await metrics();
  expect(found.get('kshot_database_connections{state="open"}')).toBeGreaterThan(0);
  expect(found.get('kshot_sockets')).toBe(0);
});
