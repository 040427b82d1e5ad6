import { Client, fetchExchange, Provider } from 'urql';
import { expect, test } from 'vitest';
import { OptionalModels } from '@/optional-model/optional-models';
import { InApp } from './samples';
import { shown } from './shown';

const model = { purpose: 'features of sentences', licence: 'Apache-2.0', bytes: 404_421_332 };
const optionalModels = [
  { ...model, name: 'one', command: 'npm run models -- add one', added: false },
  { ...model, name: 'two', command: 'npm run models -- add two', added: true },
];

const list = () => {
  const fetch = async () => Response.json({ data: { optionalModels } });
  const client = new Client({ url: 'http://127.0.0.1/graphql', exchanges: [fetchExchange], fetch });
  return shown(
    <InApp>
      <Provider value={client}>
        <OptionalModels />
      </Provider>
    </InApp>,
  );
};

test('a model that can be added by name shows how large it is and the command that adds it', async () => {
  const screen = await list();
  await expect.element(screen.getByText('386 MiB, Apache-2.0', { exact: true })).toBeVisible();
  await expect.element(screen.getByText('npm run models -- add one')).toBeVisible();
  await expect.element(screen.getByText('in Kshot’s folder', { exact: false })).toBeVisible();
});

test('one that is there already has no command', async () => {
  const screen = await list();
  await expect.element(screen.getByText('386 MiB, Apache-2.0, added already')).toBeVisible();
  expect(screen.getByText('npm run models -- add two').query()).toBeNull();
});
