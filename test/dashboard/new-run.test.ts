import { readSeries } from '@kshot/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Seen } from '../harness/dashboard.js';
import { example, imported } from '../harness/data-sets.js';
import { runUntil } from '../harness/runs.js';
import { takeSeen } from '../harness/systems/take.js';

let seen: Seen;
beforeAll(async () => {
  seen = await takeSeen();
  await imported(seen.kshot, 'digits8x8.csv', example('digits8x8.csv'), { name: 'Handwritten digits 8x8' });
});
afterAll(() => seen.stop());

test('from the home page to a finished chart, without a reload, with the numbers of PostgreSQL', async () => {
  const page = await seen.page();
  await page.goto('/');
  await page.getByRole('link', { name: 'New run' }).first().click();
  await page.waitForURL('**/runs/new');
  await page.getByText('Handwritten digits 8x8').first().click();
  await page.getByText('Pretrain').first().click();
  const split = page.getByRole('combobox', { name: 'Split' });
  await split.getByText('default: train 1,438, test 359').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Start run' }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
  const id = page.url().split('/').at(-1) as string;
  await page.getByText('Done', { exact: true }).first().waitFor();
  await page.getByText('Step 410 of 410').first().waitFor();
  const series = await readSeries(seen.kshot.pool, id, { names: ['validationAccuracy', 'validationLoss'] });
  const last = series.map(({ values }) => values.at(-1) as number);
  expect(last).toHaveLength(2);
  const text = await page.locator('body').innerText();
  for (const value of last) expect(text).toContain(String(Number(value.toPrecision(4))));
  await page.close();
});

test('a run is cancelled from its page, which then says so', async () => {
  const page = await seen.page({ width: 390, dark: true });
  await page.goto('/runs/new?technique=PRETRAIN');
  await page.getByText('Handwritten digits 8x8').first().click();
  await page.getByLabel('Epochs', { exact: false }).first().fill('9000');
  await page.getByRole('button', { name: 'Start run' }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
  const id = page.url().split('/').at(-1) as string;
  await runUntil(seen.kshot, id, ({ progress }) => (progress?.step ?? 0) > 0);
  await page.getByRole('button', { name: 'Cancel run' }).click();
  await page.getByText('Cancelled', { exact: true }).first().waitFor();
  await runUntil(seen.kshot, id, ({ status }) => status === 'CANCELLED');
  await page.close();
});

test('the form with a list of models is no wider than a phone', async () => {
  const page = await seen.page({ width: 390 });
  await page.goto('/runs/new?technique=PRETRAIN');
  await page.getByText('Meta-learn').first().click();
  await page.getByText('Handwritten digits 8x8').first().click();
  await page.getByText('test accuracy').first().waitFor({ state: 'attached' });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await page.close();
});

test('among more data sets than a list shows, one is chosen by the address and found by its name', async () => {
  const { id } = await imported(seen.kshot, 'iris.csv', example('iris.csv'), { name: 'zz last' });
  const { pool } = seen.kshot;
  await pool.query(
    `insert into data_set select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'name', 'copy ' || n))).*
     from data_set d, generate_series(1, 100) n where d.name = 'zz last'`,
  );
  await pool.query(
    `insert into data_set_version select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'data_set_id', d.id))).*
     from data_set_version v, data_set d where v.id = $1 and d.name like 'copy %'`,
    [id],
  );
  const page = await seen.page();
  await page.goto(`/runs/new?version=${id}`);
  const choice = page.getByRole('radio', { name: /zz last/ });
  await expect.poll(() => choice.isChecked()).toBe(true);
  await page.goto('/runs/new');
  await page.getByText('copy 1', { exact: true }).first().waitFor();
  expect(await choice.count()).toBe(0);
  await page.getByLabel('Search data sets').fill('zz last');
  await choice.check();
  await page.close();
});
