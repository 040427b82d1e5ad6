import { Client, fetchExchange, Provider, subscriptionExchange } from 'urql';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { HomePage } from '@/home/home-page';
import { InApp } from './samples';

const NONE = { nodes: [] };
const set = (name: string) => ({
  __typename: 'DataSet',
  id: name,
  name,
  description: '',
  modality: 'TABLE',
  latest: { id: name, exampleCount: 4, classCount: 2, classes: NONE },
});
const run = {
  __typename: 'Run',
  id: 'r1',
  name: 'First lesson',
  technique: 'TRANSFER',
  method: 'AUTO',
  status: 'QUEUED',
  progress: null,
  report: null,
  episodeReport: null,
  models: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  summary: [],
  version: { id: 'v', number: 1, modality: 'TABLE', dataSet: { id: 'd', name: 'Iris' } },
};

/** Home before an API whose run begins when `begin` is called. */
async function openHome() {
  let runs: object[] = [];
  let demo: string | null = null;
  const sinks: { next: (result: object) => void }[] = [];
  const answers: Record<string, (id: string) => object> = {
    Home: () => ({
      runs: { totalCount: runs.length, nodes: runs },
      ownImages: NONE,
      shippedImages: NONE,
      ownTexts: NONE,
      shippedTexts: NONE,
      ownTables: { nodes: [set('newest'), set('older')] },
      shippedTables: { nodes: [set('Iris'), set('Handwriting')] },
    }),
    Run: (id) => ({ run: { ...run, id } }),
    Server: () => ({ server: { demoRunId: demo, backend: { native: true } } }),
  };
  const client = new Client({
    url: 'http://127.0.0.1/graphql',
    preferGetMethod: false,
    exchanges: [
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query }) => ({
          subscribe: (sink) => {
            if (query?.includes('runChanged')) sinks.push(sink as never);
            return { unsubscribe() {} };
          },
        }),
      }),
    ],
    fetch: async (_url, init) => {
      const { operationName, variables } = JSON.parse(String(init?.body));
      return Response.json({ data: answers[operationName]?.(variables?.id) ?? null });
    },
  });
  const screen = await render(
    <InApp>
      <Provider value={client}>
        <HomePage />
      </Provider>
    </InApp>,
  );
  const begin = (id = 'r1', isDemo = false) => {
    const begun = { ...run, id };
    runs = [begun, ...runs];
    if (isDemo) demo = id;
    for (const sink of sinks) sink.next({ data: { runChanged: begun } });
  };
  return { screen, begin };
}

test('a run that begins while Home is open is listed and featured', async () => {
  const { screen, begin } = await openHome();
  await expect.element(screen.getByText('Nothing has been trained yet.')).toBeVisible();
  begin();
  for (const place of ['The newest run', 'Recent runs'])
    await expect
      .element(screen.getByRole('region', { name: place }).getByRole('link', { name: 'First lesson' }))
      .toBeVisible();
});

test('the demo of the first start stays featured when another run begins after it', async () => {
  const { screen, begin } = await openHome();
  await expect.element(screen.getByText('Nothing has been trained yet.')).toBeVisible();
  begin('demo', true);
  await expect.element(screen.getByRole('region', { name: 'The demo run' })).toBeVisible();
  begin('second');
  await expect.element(screen.getByText('All 2 runs')).toBeVisible();
  await expect.element(screen.getByRole('region', { name: 'The demo run' })).toBeVisible();
});

test('a door shows the newest sets of the user first, then shipped ones', async () => {
  const { screen } = await openHome();
  await expect.element(screen.getByText('Iris')).toBeVisible();
  const names = screen.getByRole('heading', { level: 3 }).elements();
  expect(names.map((name) => name.textContent)).toEqual(['newest', 'older', 'Iris']);
});
