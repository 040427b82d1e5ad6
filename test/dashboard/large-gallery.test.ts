import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Seen } from '../harness/dashboard.js';
import { imported } from '../harness/data-sets.js';
import { takeSeen } from '../harness/systems/take.js';

let seen: Seen;
beforeAll(async () => {
  seen = await takeSeen();
});
afterAll(() => seen.stop());

test('a gallery of 100,000 examples jumps anywhere, and holds only what is in view', async () => {
  const lines = Array.from(
    { length: 100_000 },
    (_, i) => `this is sentence number ${i},${i % 2 ? 'odd' : 'even'}`,
  );
  await imported(seen.kshot, 'many.csv', `text,label\n${lines.join('\n')}\n`, { name: 'Many' });
  const page = await seen.page();
  await page.goto('/data');
  await page.getByRole('link', { name: 'Many' }).first().click();
  await page.getByRole('tab', { name: 'Examples' }).click();
  const list = page.getByRole('listbox', { name: 'Examples' });
  await list.getByText('this is sentence number 0', { exact: true }).waitFor();
  for (const share of [0.5, 0.25, 0.999]) {
    await list.evaluate((box, at) => box.scrollTo(0, at * box.scrollHeight), share);
    const near = Math.floor(share * 100_000);
    await list
      .getByText(new RegExp(`this is sentence number ${String(near).slice(0, 3)}\\d\\d`))
      .first()
      .waitFor();
    expect(await list.getByRole('option').count()).toBeLessThan(60);
  }
  await list.focus();
  await page.keyboard.press('End');
  await list.getByText('this is sentence number 99999', { exact: true }).waitFor();
  await page.close();
});

test('a list of 300 data sets scrolls to its end, and holds only what is in view', async () => {
  const { rows } = await seen.kshot.pool.query(
    `with sets as (
       insert into data_set (id, name, created_at) select gen_random_uuid(), 'set ' || i, now() - i * interval '1 day'
       from generate_series(1, 300) i returning id)
     insert into data_set_version (id, data_set_id, number, status, modality, upload_hash, request)
     select gen_random_uuid(), id, 1, 'FAILED', 'TEXT', 'aa', '{}' from sets returning id`,
  );
  expect(rows).toHaveLength(300);
  const page = await seen.page();
  await page.goto('/data');
  const list = page.getByRole('list', { name: 'Data sets' });
  await list.getByRole('link', { name: 'set 1', exact: true }).waitFor();
  await expect
    .poll(async () => {
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      return list.getByRole('link', { name: 'set 300', exact: true }).isVisible();
    })
    .toBe(true);
  expect(await list.getByRole('listitem').count()).toBeLessThan(40);
  await page.close();
});
