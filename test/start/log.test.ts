import { afterAll, beforeAll, expect, test } from 'vitest';
import { imported } from '../harness/data-sets.js';
import { type OwnKshot, startKshot } from '../harness/kshot.js';

const TOKEN = 'a-token-that-nobody-may-read';
const SECRET = 'aSecretOfTheUser';

let kshot: OwnKshot;
let requestId: string;
let versionId: string;

/** Works with names and texts that are the user's, and fails in a way that nobody foresaw. */
beforeAll(async () => {
  kshot = await startKshot({ KSHOT_TOKEN: TOKEN, KSHOT_LOG_LEVEL: 'debug' });
  const rows = [`text,label`, `${SECRET} one,${SECRET}A`, `${SECRET} two,${SECRET}B`];
  versionId = (await imported(kshot, `${SECRET}.csv`, rows.join('\n'))).id;
  await imported(kshot, `${SECRET}.png`, SECRET);
  await kshot.pool.query('alter table forecast rename to forecast_away');
  const response = await fetch(`${kshot.api}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ ${SECRET}: advisorTrackRecord { ended } }` }),
  });
  requestId = response.headers.get('x-request-id') ?? '';
  expect(await response.text()).toContain('INTERNAL');
});
afterAll(() => kshot.stop());

const lines = (): Record<string, unknown>[] =>
  kshot
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));

test('an unforeseen error is logged with the id that the answer names', () => {
  expect(lines()).toContainEqual(
    expect.objectContaining({
      level: 50,
      request: requestId,
      err: expect.objectContaining({ code: '42P01' }),
    }),
  );
});

test('work is logged with the ids of its task and its row', () => {
  expect(lines()).toContainEqual(
    expect.objectContaining({ kind: 'import', subject: versionId, task: expect.any(String), msg: 'begun' }),
  );
});

test('the log has no token and no text, class or file name of a user', () => {
  expect(kshot.output()).not.toContain(TOKEN);
  expect(kshot.output()).not.toContain(SECRET);
});
