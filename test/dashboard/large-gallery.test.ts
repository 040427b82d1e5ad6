import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Seen, startSeen } from '../harness/dashboard.js';
import { imported } from '../harness/data-sets.js';

let seen: Seen;
beforeAll(async () => {
  seen = await startSeen();
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
