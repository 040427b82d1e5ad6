import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Seen } from '../harness/dashboard.js';
import { example, imported } from '../harness/data-sets.js';
import { takeSeen } from '../harness/systems/take.js';

let seen: Seen;
beforeAll(async () => {
  seen = await takeSeen();
  await imported(seen.kshot, 'iris.csv', example('iris.csv'), { name: 'Irises' });
  const [head, ...rows] = example('iris.csv').toString().trim().split('\n');
  const plots = rows.map((row, i) => `bed ${i % 10},${row}`);
  await imported(seen.kshot, 'beds.csv', [`bed,${head}`, ...plots].join('\n'), { name: 'Beds' });
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

test('folds keep together what the form names, and it says what is missing or not there', async () => {
  const page = await seen.page();
  await page.goto('/studies/new');
  await page.getByRole('checkbox', { name: 'Beds' }).check();
  await page.getByLabel('Keep together').selectOption('rows with the same category');
  await page.getByText('Write what to go by.').waitFor();
  const button = page.getByRole('button', { name: 'Start study' });
  expect(await button.isDisabled()).toBe(true);
  await page.getByLabel('Column').fill('garden');
  await button.click();
  await page.getByText('Available columns: bed').waitFor();
  await page.getByLabel('Column').fill('bed');
  await button.click();
  await page.waitForURL(/\/studies\/[0-9a-f-]{36}$/);
  await page.getByText('5-fold grouped cross-validation').waitFor();
  await page.getByText('Done', { exact: true }).first().waitFor();
  await page.close();
});

test('one box makes a study of episodes stop early; the page says when, what is best and how sure that is', async () => {
  const page = await seen.page();
  await page.goto('/studies/new');
  await page.getByRole('checkbox', { name: 'Irises' }).check();
  await page.getByRole('radio', { name: 'Episodes' }).check();
  await page.getByLabel('Ways').fill('3');
  await page.getByLabel('Shots').fill('1');
  await page.getByLabel('Queries').fill('5');
  await page.getByLabel('Method').nth(0).selectOption('Nearest centroid');
  await page.getByLabel('Method').nth(1).selectOption('Random forest');
  await page.getByRole('button', { name: 'Remove candidate 3' }).click();
  const box = page.getByRole('checkbox', { name: 'Stop as soon as the best is known' });
  await box.focus();
  await page.keyboard.press('Space');
  expect(await box.isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Start study' }).click();
  await page.waitForURL(/\/studies\/[0-9a-f-]{36}$/);
  const verdict = page.getByText(
    /^Stopped after \d+ of 600 episodes: .* is best, significantly better than all others/,
  );
  await verdict.waitFor();
  expect(await verdict.innerText()).toMatch(/wrong is at most 5 %/);
  await page.getByRole('table', { name: 'Leaderboard' }).getByRole('link').first().click();
  await page.getByText(/^Its study stopped after \d+ of 600 episodes/).waitFor();
  await page.close();
});
