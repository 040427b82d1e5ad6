import { useMemo } from 'react';
import { Client, fetchExchange, gql, Provider, type TypedDocumentNode } from 'urql';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { usePages } from '@/list/use-pages';

type Data = {
  names: {
    nodes: string[];
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
};
type Asked = { first: number; after?: string | null; search: string };
const query: TypedDocumentNode<Data, Asked> = gql`
  query Names($first: Int!, $after: String, $search: String!) {
    names(first: $first, after: $after, search: $search)
  }
`;
const pick = ({ names }: Data) => names;

function Names({ search }: { search: string }) {
  const variables = useMemo(() => ({ search }), [search]);
  const { rows, loadMore } = usePages({ query, variables, pick });
  return (
    <button type="button" onClick={loadMore}>
      {rows?.join(', ')}
    </button>
  );
}

test('what is searched for anew is not continued where the list before it ended', async () => {
  const asked: Asked[] = [];
  let answer = () => {};
  const late = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const client = new Client({
    url: 'http://127.0.0.1/graphql',
    preferGetMethod: false,
    exchanges: [fetchExchange],
    fetch: async (_, options) => {
      const { variables } = JSON.parse(String(options?.body)) as { variables: Asked };
      asked.push(variables);
      if (variables.search === 'new') await late;
      const pageInfo = { hasNextPage: true, endCursor: `end of ${variables.search}` };
      const nodes = [`${variables.search} ${variables.after ?? 'from the start'}`];
      return Response.json({ data: { names: { nodes, totalCount: 2, pageInfo } } });
    },
  });
  const page = (search: string) => (
    <Provider value={client}>
      <Names search={search} />
    </Provider>
  );
  const screen = await render(page('old'));
  await expect.element(screen.getByText('old from the start')).toBeVisible();
  await screen.rerender(page('new'));
  await userEvent.click(screen.getByRole('button'));
  answer();
  await expect.element(screen.getByText('new from the start', { exact: true })).toBeVisible();
  await userEvent.click(screen.getByRole('button'));
  await expect.element(screen.getByText('new from the start, new end of new')).toBeVisible();
  expect(asked.map(({ search, after }) => [search, after])).toEqual([
    ['old', null],
    ['new', null],
    ['new', 'end of new'],
  ]);
});
