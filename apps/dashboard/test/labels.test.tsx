import { Client, fetchExchange } from 'urql';
import { expect, test } from 'vitest';
import type { FindingKind, FindingRowFragment } from '@/generated/graphql';
import { type Choice, type Choices, choicesText, MOST_CHANGES, withAll } from '@/labels/choices';
import { FindingLine } from '@/labels/finding-line';
import { readSuggestions } from '@/labels/read-suggestions';
import { InApp } from './samples';
import { shown } from './shown';

/** An API with so many findings of each kind, which answers with 100 at a time and counts the requests. */
function apiWith(many: Partial<Record<FindingKind, number>>) {
  const api = { requests: 0 };
  const fetch = async (_: unknown, init?: RequestInit) => {
    api.requests++;
    const { kind, after } = JSON.parse(String(init?.body)).variables as { kind: FindingKind; after?: string };
    const [from, all] = [Number(after ?? 0), many[kind] ?? 0];
    const to = Math.min(all, from + 100);
    const nodes = Array.from({ length: to - from }, (_, i) => ({
      id: `${kind} ${from + i}`,
      suggested: kind === 'COPY' ? null : { id: 'fir', name: 'fir' },
      example: { id: `${kind} ${from + i}` },
    }));
    const pageInfo = { hasNextPage: to < all, endCursor: String(to) };
    return Response.json({ data: { labelCheck: { id: 'check', findings: { pageInfo, nodes } } } });
  };
  const url = 'http://127.0.0.1/graphql';
  return { api, client: new Client({ url, exchanges: [fetchExchange], fetch, preferGetMethod: false }) };
}

async function read(client: Client, kinds: FindingKind[]): Promise<{ choices: Choices; seen: number }> {
  let last = { choices: new Map() as Choices, seen: 0 };
  const choiceOf = (suggested?: string) =>
    suggested ? { kind: 'relabel' as const, class: suggested } : { kind: 'remove' as const };
  for await (last of readSuggestions(client, 'check', { kinds, choiceOf }));
  return last;
}

test('a choice for all findings reaches every page of every kind', async () => {
  const { api, client } = apiWith({ CONFLICTING_COPY: 40, WRONG_LABEL: 250 });
  const { choices, seen } = await read(client, ['CONFLICTING_COPY', 'WRONG_LABEL']);
  expect([choices.size, seen, api.requests]).toEqual([290, 290, 4]);
  expect(choices.get('WRONG_LABEL 249')).toEqual({ kind: 'relabel', class: 'fir' });
});

test('no more findings are read than one version takes changes', async () => {
  const { api, client } = apiWith({ COPY: 40_000 });
  const { choices, seen } = await read(client, ['COPY']);
  expect([choices.size, seen, api.requests]).toEqual([MOST_CHANGES, MOST_CHANGES, MOST_CHANGES / 100]);
});

test('what is left out stays so, and what is relabelled may be left out', () => {
  const relabel: Choice = { kind: 'relabel', class: 'fir' };
  const remove: Choice = { kind: 'remove' };
  const chosen = (all: Record<string, Choice>): Choices => new Map(Object.entries(all));
  const relabelled = withAll(
    chosen({ copy: remove, wrong: relabel }),
    chosen({ copy: relabel, other: relabel }),
  );
  expect(choicesText(relabelled)).toBe('2 relabelled, 1 left out');
  expect(choicesText(withAll(relabelled, chosen({ wrong: remove })))).toBe('1 relabelled, 2 left out');
  const many = new Map(Array.from({ length: MOST_CHANGES }, (_, i) => [`${i}`, relabel] as const));
  expect(withAll(chosen({ copy: remove, wrong: relabel }), many).size).toBe(MOST_CHANGES + 1);
});

test('of a relabelled copy that is left out the copy that stays gets the label', () => {
  const relabel: Choice = { kind: 'relabel', class: 'fir' };
  const found = new Map<string, Choice>([['copy', { kind: 'remove', kept: 'first' }]]);
  const all = withAll(new Map([['copy', relabel]]), found);
  expect(all).toEqual(new Map<string, Choice>([...found, ['first', relabel]]));
});

test('of two rows with two labels each is named with its own, and no picture is missed', async () => {
  const row = (index: number, label: string) => ({
    id: `row ${index}`,
    index,
    name: `row ${index}`,
    text: null,
    imageUrl: null,
    row: [{ column: 'height', value: '3' }],
    class: { id: label, name: label },
  });
  const finding: FindingRowFragment = {
    id: 'finding',
    kind: 'CONFLICTING_COPY',
    confidence: null,
    probability: null,
    similarity: 1,
    suggested: { id: 'fir', name: 'fir' },
    example: row(12, 'birch'),
    copy: row(40, 'fir'),
  };
  const screen = await shown(
    <InApp>
      <ul>
        <FindingLine finding={finding} dataHref="/data/1?version=1" choice={null} onChoose={() => {}} />
      </ul>
    </InApp>,
  );
  const line = screen.getByRole('listitem');
  await expect
    .element(line.getByText('The same content as row 40: row 12 is labelled birch, row 40 fir'))
    .toBeVisible();
  expect(line.element().firstElementChild?.textContent).toMatch(/^The same content/);
});
