import { afterAll, beforeAll, expect, test } from 'vitest';
import { example } from '../../harness/data-sets.js';
import { type Kshot, startKshot } from '../../harness/kshot.js';
import { sharedAlias } from '../../harness/shared-alias.js';

const TOKEN = 'a secret of this test';
const row = { sepal_length: 5.1, petal_length: 1.4 };
let kshot: Kshot;
let id: string;
beforeAll(async () => {
  kshot = await startKshot({ KSHOT_TOKEN: TOKEN });
  id = await sharedAlias(kshot, 'flowers', 'iris.csv', example('iris.csv'));
});
afterAll(() => kshot.stop());

const share = (shared: boolean) =>
  kshot.ask('mutation ($id: ID!, $shared: Boolean!) { shareAlias(id: $id, shared: $shared) { shared } }', {
    id,
    shared,
  });
const post = (path: string, inputs: object[] = [{ row }]) =>
  fetch(kshot.api + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ inputs }),
  });

test('a shared model answers one input without the token and names no ids', async () => {
  const answer = await (await post('/shared/flowers:predict')).json();
  expect(answer.predictions[0]).toMatchObject({ noneOfThese: false, probability: expect.any(Number) });
  expect(Object.keys(answer)).toEqual(['predictions']);
  const { classes, input } = await (await fetch(`${kshot.api}/shared/flowers`)).json();
  expect([classes.length, input.modality, input.columns.length]).toEqual([3, 'TABLE', 4]);
});

test('more than one input is refused', async () => {
  const answer = await post('/shared/flowers:predict', [{ row }, { row }]);
  expect([answer.status, (await answer.json()).error.code]).toEqual([413, 'DATA_TOO_LARGE']);
});

test.each([
  ['POST', '/v1/models/flowers:predict', 401],
  ['POST', '/graphql', 401],
  ['GET', '/v1/openapi.json', 401],
  ['GET', '/files/models/x.zip', 401],
  ['POST', '/shared/flowers', 401],
  ['GET', '/shared/', 401],
  ['GET', '/shared/flowers/../../graphql', 401],
  ['GET', '/shared/flowers%2f..%2f..%2fgraphql', 404],
  ['GET', '/shared/flowers@staging', 404],
  ['GET', '/shared/flowers%00', 400],
  ['POST', '/v1/models/flowers%00:predict', 400],
  ['GET', '/shared/flowers:predict', 405],
])('%s %s is answered with %i without the token', async (method, path, status) => {
  expect((await fetch(kshot.api + path, { method })).status).toBe(status);
});

test('a model cannot be asked by its id', async () => {
  const { aliases } = await kshot.ask<{ aliases: { nodes: { model: { id: string } }[] } }>(
    '{ aliases(first: 1) { nodes { model { id } } } }',
  );
  expect((await post(`/shared/${aliases.nodes[0]!.model.id}:predict`)).status).toBe(404);
});

test('a model that is no longer shared is not told from one that does not exist', async () => {
  await share(false);
  const messages = await Promise.all(
    ['flowers', 'nothing'].map(async (name) => {
      const answer = await post(`/shared/${name}:predict`);
      expect(answer.status).toBe(404);
      return (await answer.json()).error.message.replace(name, 'NAME');
    }),
  );
  expect(messages[0]).toBe(messages[1]);
});
