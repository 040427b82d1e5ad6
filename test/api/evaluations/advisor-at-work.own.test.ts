import { afterAll, beforeAll, expect, test } from 'vitest';
import { example, imported } from '../../harness/data-sets.js';
import { type OwnKshot, startKshot, workerReplaced } from '../../harness/kshot.js';
import { type Advised, advice, askAdvice } from '../../harness/models/advice.js';
import { heardUntil, subscribed } from '../../harness/subscribe.js';

let kshot: OwnKshot;
let versionId: string;
beforeAll(async () => {
  kshot = await startKshot();
  versionId = (await imported(kshot, 'iris.csv', example('iris.csv'))).id;
});
afterAll(() => kshot.stop());

test('a recommendation whose worker is killed is worked out by another', async () => {
  const id = await askAdvice(kshot, versionId);
  const begun = subscribed<{ recommendationChanged: Advised }>(
    kshot.api,
    'subscription ($id: ID!) { recommendationChanged(id: $id) { status progress { doing done total } } }',
    { id },
  );
  await heardUntil(begun, ({ recommendationChanged }) => recommendationChanged.status === 'RUNNING');
  await workerReplaced(kshot);
  expect((await advice(kshot, id)).options.length).toBeGreaterThan(6);
  const { rows } = await kshot.pool.query('select attempt from task where subject = $1', [id]);
  expect(rows).toEqual([{ attempt: 2 }]);
});

test('the advisor says what it would say so far', async () => {
  const id = await askAdvice(kshot, versionId);
  interface Said {
    readonly recommendationChanged: { status: string; options: unknown[]; progress: unknown };
  }
  const coming = subscribed<Said>(
    kshot.api,
    'subscription ($id: ID!) { recommendationChanged(id: $id) { status options { title } progress { secondsLeft } } }',
    { id },
  );
  const heard = await heardUntil(coming, (one) => one.recommendationChanged.options.length > 0);
  const first = heard.at(-1)?.recommendationChanged;
  expect(first).toMatchObject({ status: 'RUNNING', progress: { secondsLeft: expect.any(Number) } });
});
