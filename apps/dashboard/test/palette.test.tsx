import { Client, fetchExchange, Provider } from 'urql';
import { expect, test } from 'vitest';
import { CommandPalette } from '@/shell/command-palette';
import { InApp } from './samples';
import { shown } from './shown';

const nothing = {
  viewer: { scopes: [] },
  ...{ dataSets: { nodes: [] }, runs: { nodes: [] }, models: { nodes: [] } },
};

test('the palette says that it searches until the search has ended', async () => {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const fetch = async () => {
    await ended;
    return Response.json({ data: nothing });
  };
  const client = new Client({ url: 'http://127.0.0.1/graphql', exchanges: [fetchExchange], fetch });
  const screen = await shown(
    <InApp>
      <Provider value={client}>
        <CommandPalette open onOpenChange={() => {}} />
      </Provider>
    </InApp>,
  );
  await screen.getByRole('combobox').fill('qqzz');
  await expect.element(screen.getByText('Searching…')).toBeVisible();
  expect(screen.getByText('No matches.').query()).toBeNull();
  end();
  await expect.element(screen.getByText('No matches.')).toBeVisible();
});
