import { Client, fetchExchange, Provider } from 'urql';
import { expect, test } from 'vitest';
import { CommandPalette } from '@/shell/command-palette';
import { InApp } from './samples';
import { shown } from './shown';

const nothing = {
  viewer: { scopes: [] },
  ...{ dataSets: { nodes: [] }, runs: { nodes: [] }, models: { nodes: [] } },
};

/** The palette before an API that finds nothing, once `ended`. */
function palette(ended: Promise<void>) {
  const fetch = async () => {
    await ended;
    return Response.json({ data: nothing });
  };
  const client = new Client({ url: 'http://127.0.0.1/graphql', exchanges: [fetchExchange], fetch });
  return shown(
    <InApp>
      <Provider value={client}>
        <CommandPalette open onOpenChange={() => {}} />
      </Provider>
    </InApp>,
  );
}

test('the palette says that it searches until the search has ended', async () => {
  let end = () => {};
  const screen = await palette(
    new Promise((resolve) => {
      end = resolve;
    }),
  );
  await screen.getByRole('combobox').fill('qqzz');
  await expect.element(screen.getByText('Searching…')).toBeVisible();
  expect(screen.getByText('No matches.').query()).toBeNull();
  end();
  await expect.element(screen.getByText('No matches.')).toBeVisible();
});

test('the palette leads to the page of the system', async () => {
  const screen = await palette(Promise.resolve());
  await screen.getByRole('combobox').fill('system');
  await expect.element(screen.getByRole('option', { name: 'System', exact: true })).toBeVisible();
});
