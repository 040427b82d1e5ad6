import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Seen, startSeen } from '../harness/dashboard.js';
import { example, imported } from '../harness/data-sets.js';

let seen: Seen;
beforeAll(async () => {
  seen = await startSeen();
  await imported(seen.kshot, 'iris.csv', example('iris.csv'), { name: 'Irises' });
});
afterAll(() => seen.stop());

test('from the form of a study to its leaderboard and the examples behind a mistake, without a reload', async () => {
  const page = await seen.page({ width: 390 });
  await page.goto('/studies');
  await page.getByRole('link', { name: 'New study' }).first().click();
  await page.getByRole('checkbox', { name: 'Irises' }).check();
  await page.getByRole('radio', { name: 'Shot curve' }).check();
  await page.getByLabel('Shots').fill('1, 10');
  await page.getByLabel('Draws').fill('6');
  await page.getByRole('button', { name: 'Remove candidate 3' }).click();
  await page.getByRole('button', { name: 'Start study' }).click();
  await page.waitForURL(/\/studies\/[0-9a-f-]{36}$/);
  const id = page.url().split('/').at(-1) as string;
  await page.getByText('Done', { exact: true }).first().waitFor();
  await page.getByRole('figure', { name: 'Each against each' }).waitFor();
  const { study } = await seen.kshot.ask<{
    study: { comparison: { standings: { figure: { value: number } }[] } };
  }>(`{ study(id: "${id}") { comparison { standings { figure { value } } } } }`);
  const table = await page.getByRole('table', { name: 'Leaderboard' }).innerText();
  for (const { figure } of study.comparison.standings)
    expect(table).toContain(`${(100 * figure.value).toFixed(1)}\u00a0%`);
  await page.getByRole('button', { name: 'Export Who is best' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Numbers (CSV)' }).click();
  expect((await download).suggestedFilename()).toBe('who-is-best.csv');
  await page.getByRole('table', { name: 'Leaderboard' }).getByRole('link').first().click();
  await page.getByRole('figure', { name: 'What more examples are worth' }).waitFor();
  await page.getByText('taken for').first().waitFor();
  await page.close();
});
