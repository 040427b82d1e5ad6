import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Seen } from '../harness/dashboard.js';
import { example, imported } from '../harness/data-sets.js';
import { runEnded } from '../harness/runs.js';
import { takeSeen } from '../harness/systems/take.js';

let seen: Seen;
beforeAll(async () => {
  seen = await takeSeen();
  const lines = example('iris.csv').toString().trim().split(/\r?\n/);
  const other = lines.at(-1)?.split(',').at(-1); // the class of the last row
  const noisy = lines.map((line, i) => ([5, 15, 25].includes(i) ? line.replace(/[^,]*$/, `${other}`) : line));
  await imported(seen.kshot, 'iris.csv', noisy.join('\n'), { name: 'Irises' });
});
afterAll(() => seen.stop());

test('from a data set to its suspicious labels and a version mended in bulk, by keyboard and without a reload', async () => {
  const page = await seen.page({ width: 390 });
  await page.goto('/data');
  await page.getByRole('link', { name: 'Irises' }).first().click();
  await page.getByRole('tab', { name: 'Labels' }).click();
  await page.getByRole('button', { name: 'Check labels' }).click();
  await page.waitForURL(/\/labels\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { name: 'Examples to look at' }).waitFor();
  await page.getByLabel('Kind of finding').selectOption({ value: 'WRONG_LABEL' });
  await page.getByText('looks like').first().waitFor();
  const first = page.getByRole('combobox', { name: /^What to do with/ }).first();
  await first.focus();
  await page.keyboard.press('ArrowDown');
  expect(await first.inputValue()).toBe('relabel');
  const made = page.getByRole('button', { name: /^Make a version with/ });
  await page.getByRole('button', { name: 'Make a version with 1 change' }).waitFor();
  const relabel = page.getByRole('button', { name: /^Relabel all as suggested/ });
  const all = Number(/[0-9]+/.exec(await relabel.innerText())?.[0]);
  expect(all).toBeGreaterThan(1);
  await relabel.press('Enter');
  await page.getByText(`${all} relabelled`).waitFor();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByText('1 relabelled', { exact: true }).waitFor();
  await relabel.press('Enter');
  await page.getByText(`${all} relabelled`).waitFor();
  await page.getByRole('button', { name: /^Keep one of each set of copies/ }).press('Enter');
  await page.getByText(/ relabelled, [0-9]+ left out$/).waitFor();
  await made.press('Enter');
  await page.waitForURL(/version=2/);
  await page.getByRole('tab', { name: 'Labels' }).waitFor();
  await page.close();
});

test('a sub-model names what it cannot rule out, and the examples that its answer rests on', async () => {
  const { kshot } = seen;
  const { id: versionId } = await imported(kshot, 'handwriting.zip', example('handwriting.zip'));
  const options = {
    filters: [8, 8, 8, 8],
    ways: 5,
    shots: 1,
    queries: 2,
    epochs: 1,
    stepsPerEpoch: 40,
    testEpisodes: 10,
  };
  const { startMetaLearning: run } = await kshot.ask<{ startMetaLearning: { id: string } }>(
    'mutation ($input: StartMetaLearningInput!) { startMetaLearning(input: $input) { id } }',
    { input: { versionId, options } },
  );
  const { models } = await runEnded(kshot, run.id);
  await episodeShown(run.id);
  type Classes = {
    dataSetVersion: { classes: { nodes: { name: string; examples: { id: string; imageUrl: string }[] }[] } };
  };
  const { dataSetVersion } = await kshot.ask<Classes>(
    `{ dataSetVersion(id: "${versionId}") { classes(first: 3) { nodes { name examples(first: 6) { id imageUrl } } } } }`,
  );
  const { nodes } = dataSetVersion.classes;
  const support = nodes.map(({ name, examples }) => ({
    name,
    examples: examples.slice(0, 5).map(({ id }) => ({ exampleId: id })),
  }));
  const { buildSubModel } = await kshot.ask<{ buildSubModel: { id: string } }>(
    'mutation ($input: BuildSubModelInput!) { buildSubModel(input: $input) { id } }',
    { input: { metaModelId: models[0]!.id, support } },
  );
  const picture = await fetch(kshot.api + nodes[0]!.examples[5]!.imageUrl);
  const buffer = Buffer.from(await picture.arrayBuffer());
  const page = await seen.page({ width: 390 });
  await page.goto(`/models/${buildSubModel.id}/try`);
  await page.getByRole('tab', { name: 'Use an image' }).click();
  await page.locator('input[type=file]').setInputFiles({ name: 'new.png', mimeType: 'image/png', buffer });
  const shown = page.getByRole('region', { name: 'Rests on' });
  await shown.getByText('without it').first().waitFor();
  expect(await shown.getByRole('img').count()).toBe(8);
  await page.getByRole('combobox', { name: 'Coverage' }).selectOption('0.95');
  const possible = page.getByRole('region', { name: 'Possible classes' });
  await possible.getByText('15 calibration examples are too few').waitFor();
  for (const { name } of nodes) expect(await possible.innerText()).toContain(name);
  await page.close();
});

/** The first test episode of a 5-way run: pictures of support and queries, and a map that the keyboard walks on. */
async function episodeShown(runId: string): Promise<void> {
  const page = await seen.page({ width: 390, dark: true });
  await page.goto(`/runs/${runId}`);
  const section = page.getByRole('region', { name: 'Test examples and their features' });
  const marks = section.getByRole('group', { name: 'Map of the features' }).getByRole('button');
  await marks.first().waitFor();
  expect(await section.getByRole('img', { name: /, support$/ }).count()).toBe(5);
  const names = await marks.evaluateAll((all) =>
    all.map((mark) => mark.getAttribute('aria-label') as string),
  );
  const answers = names.filter((name) => !name.endsWith('support'));
  const right = answers.filter((name) => name.endsWith('right')).length;
  await section.getByText(`${right} of ${answers.length} queries right`).waitFor();
  await marks.first().focus();
  const before = await page.evaluate(() => document.activeElement?.getAttribute('transform'));
  for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) await page.keyboard.press(key);
  const after = await page.evaluate(() => document.activeElement?.getAttribute('transform'));
  const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(after).toMatch(/^translate/);
  expect([before, after]).not.toContain(null);
  expect(await section.locator('[aria-live]').innerText()).toBe(name);
  await page.close();
}
