import '@/app/globals.css';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { Client, fetchExchange, Provider } from 'urql';
import { render } from 'vitest-browser-react';

/** An API that lets everything be done and knows nothing. */
const client = new Client({
  url: 'http://127.0.0.1/graphql',
  exchanges: [fetchExchange],
  fetch: async () => Response.json({ data: { viewer: { scopes: ['TRAIN'] }, projects: { nodes: [] } } }),
});

/** Renders as a page of the dashboard would. */
export const shown = (element: ReactNode) =>
  render(
    <Provider value={client}>
      <main>{element}</main>
    </Provider>,
  );

/** What axe calls serious or critical of all that is on the page, with what it found it in. */
export async function seriousProblems(): Promise<string[]> {
  // What an open menu hides cannot be reached while it keeps the focus, which axe knows of dialogs only.
  const page = { include: document.body, exclude: '[data-aria-hidden]' };
  const { violations } = await axe.run(page, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
