import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Seen } from '../harness/dashboard.js';
import { example, imported } from '../harness/data-sets.js';
import { takeSeen } from '../harness/systems/take.js';

let seen: Seen;
beforeAll(async () => {
  seen = await takeSeen();
  await imported(seen.kshot, 'iris.csv', example('iris.csv'), { name: 'Irises' });
});
afterAll(() => seen.stop());

test('from a data set to advice, a started option and its place in the track record, without a reload', async () => {
  const page = await seen.page({ width: 390 });
  await page.goto('/data');
  await page.getByRole('link', { name: 'Irises' }).first().click();
  await page.getByRole('link', { name: 'Ask the advisor' }).click();
  await page.getByLabel('Seconds at most').fill('never');
  expect(await page.getByRole('button', { name: 'Ask the advisor' }).isDisabled()).toBe(true);
  await page.getByLabel('Seconds at most').fill('600');
  await page.getByRole('button', { name: 'Ask the advisor' }).click();
  await page.getByRole('heading', { name: /^Recommended: / }).waitFor();
  await page.getByRole('figure', { name: 'Predicted accuracy' }).waitFor();
  await page.getByRole('figure', { name: 'What more examples would be worth' }).waitFor();
  const version = new URL(page.url()).searchParams.get('version');
  const { recommendations } = await seen.kshot.ask<{
    recommendations: { options: { title: string; accuracy: { value: number } }[] }[];
  }>(`{ recommendations(versionId: "${version}") { options { title accuracy { value } } } }`);
  const best = recommendations[0]?.options[0];
  await page
    .getByText(`${(100 * (best?.accuracy.value ?? 0)).toFixed(1)}\u00a0% of new examples right`)
    .waitFor();
  if (process.env.KSHOT_SHOTS)
    for (const [width, dark] of [
      [1440, false],
      [390, true],
    ] as const) {
      const other = await seen.page({ width, dark });
      await other.goto(`/advisor?version=${version}`);
      await other.getByRole('figure', { name: 'Predicted accuracy' }).waitFor();
      await other.screenshot({ path: `${process.env.KSHOT_SHOTS}/advisor-${width}.png`, fullPage: true });
      await other.close();
    }
  await page.getByRole('button', { name: 'Start this run' }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
  await page.getByText('Done', { exact: true }).first().waitFor();
  await page.goto(`/advisor?version=${version}`);
  await page.getByText('Of 1 prediction,').waitFor();
  await page.getByRole('table', { name: 'Predictions' }).getByRole('link', { name: best?.title }).waitFor();
  await page.getByRole('button', { name: 'Compare the best 3 in a study' }).click();
  await page.waitForURL(/\/studies\/[0-9a-f-]{36}$/);
  await page.close();
});
