import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from '../harness/axe.js';
import { drawings, imported } from '../harness/data-sets.js';
import { takeSeen } from '../harness/systems/take.js';

let seen: Awaited<ReturnType<typeof takeSeen>>;
beforeAll(async () => {
  seen = await takeSeen();
});
afterAll(() => seen.stop());

test('a data set is changed by keyboard, saved with a note, compared and restored', async () => {
  const lines = ['cat', 'dog', 'bird'].flatMap((label) =>
    Array.from({ length: 8 }, (_, i) => `${label} text number ${i},${label}`),
  );
  await imported(seen.kshot, 'pets.csv', `text,label\n${lines.join('\n')}\n`, { name: 'Pets' });
  const page = await seen.page({ width: 390 });
  await page.goto('/data');
  await page.getByRole('link', { name: 'Pets' }).first().click();
  await page.getByRole('tab', { name: 'Examples' }).click();
  const list = page.getByRole('listbox', { name: 'Examples' });
  await list.getByRole('option').first().waitFor();
  await list.focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('2 selected').waitFor();
  await page.getByLabel('Move to class').fill('fish');
  await page.keyboard.press('Enter');
  await list
    .getByRole('option', { name: /^fish, .*, changed$/ })
    .nth(1)
    .waitFor();
  await list.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Delete');
  await list.getByRole('option', { name: /will be deleted$/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('number').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Classes' }).click();
  await page.getByRole('button', { name: 'Rename, merge or delete dog' }).press('Enter');
  await page.getByLabel('Name', { exact: true }).fill('bird');
  await page.keyboard.press('Enter');
  await page.getByText('Another class has this name.').waitFor();
  await page.getByLabel('Name', { exact: true }).fill('hound');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add examples to cat' }).press('Enter');
  await page.getByLabel('Texts').fill('It purrs.\nIt hunts mice.');
  await page.getByRole('button', { name: 'Add 2 texts' }).click();
  await page.getByRole('button', { name: 'Add 2 examples' }).click();
  await page.getByText('4 changes not saved').waitFor();
  await page.getByRole('link', { name: 'Runs' }).first().click();
  await page.waitForURL(/runs/);
  await page.goBack();
  await page.getByText('4 changes not saved').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Examples' }).click();
  await list.getByRole('option').first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Why you make these changes').fill('Two fish, and more cats');
  await page.getByRole('button', { name: 'Save as a new version' }).press('Enter');
  await page.waitForURL(/version=2/);
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByText('Two fish, and more cats').waitFor();
  await page.getByRole('button', { name: 'Compare with version 1' }).press('Enter');
  await page.getByText('dog → hound').waitFor();
  await page.getByText('Added (2)').waitFor();
  await page.getByText('Removed (1)').waitFor();
  await page.getByText('Relabelled (2)').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Restore version 1' }).press('Enter');
  await page.waitForURL(/version=3/);
  await page.getByText('Restored version 1.').waitFor();
  await page.close();
});

test('pictures are added to a class by dropping them, and appear in the next version', async () => {
  const { kshot } = seen;
  const { id, exampleCount } = await imported(kshot, 'handwriting.zip', drawings(), {
    name: 'Handwriting',
  });
  const { version } = await kshot.ask<{
    version: {
      dataSet: { id: string };
      classes: { nodes: { name: string; examples: { imageUrl: string }[] }[] };
    };
  }>(
    `{ version: dataSetVersion(id: "${id}") { dataSet { id } classes(first: 1) { nodes { name examples(first: 1) { imageUrl } } } } }`,
  );
  const [first] = version.classes.nodes;
  const picture = await fetch(kshot.api + first!.examples[0]!.imageUrl);
  const buffer = Buffer.from(await picture.arrayBuffer());
  const page = await seen.page();
  await page.goto(`/data/${version.dataSet.id}`);
  await page.getByRole('button', { name: `Add examples to ${first!.name}` }).click();
  await page.locator('input[type=file]').setInputFiles([
    { name: 'one.png', mimeType: 'image/png', buffer },
    { name: 'two.png', mimeType: 'image/png', buffer },
  ]);
  await page.getByRole('button', { name: 'Add 2 examples' }).click();
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await page.waitForURL(/version=2/);
  await page
    .getByText((exampleCount + 2).toLocaleString('en'), { exact: true })
    .first()
    .waitFor();
  await page.close();
});

test('a file is added to a data set, or replaces its content', async () => {
  const lines = (...labels: string[]) =>
    labels.flatMap((label) => Array.from({ length: 6 }, (_, i) => `${label} text number ${i},${label}`));
  const csv = (...labels: string[]) => Buffer.from(`text,label\n${lines(...labels).join('\n')}\n`);
  await imported(seen.kshot, 'tools.csv', csv('saw', 'axe'), { name: 'Tools' });
  const page = await seen.page({ dark: true });
  await page.goto('/data');
  await page.getByRole('link', { name: 'Tools' }).first().click();
  const choose = async (buffer: Buffer) => {
    await page.getByRole('button', { name: 'New version' }).click();
    const file = { name: 'more.csv', mimeType: 'text/csv', buffer };
    await page.getByRole('dialog').locator('input[type=file]').first().setInputFiles(file);
    await page.getByRole('radio', { name: /^Add to Tools/ }).waitFor();
  };
  await choose(csv('file', 'saw'));
  await page.getByText('1 class is new: file').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add 12 examples' }).click();
  await page.waitForURL(/version=2/);
  await page.getByText('24', { exact: true }).waitFor();
  await choose(csv('file', 'saw'));
  await page.getByRole('radio', { name: /^Replace its content/ }).click();
  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Version 3' }).waitFor();
  await page.close();
});

test('unlabelled examples are labelled with one key each, and saved', async () => {
  const lines = ['red', 'blue'].flatMap((label) =>
    Array.from({ length: 10 }, (_, i) => `the ${label} thing number ${i},${i < 6 ? label : ''}`),
  );
  await imported(seen.kshot, 'things.csv', `text,label\n${lines.join('\n')}\n`, { name: 'Things' });
  const page = await seen.page();
  await page.goto('/data');
  await page.getByRole('link', { name: 'Things' }).first().click();
  await page.getByRole('tab', { name: 'Unlabelled (8)' }).click();
  await page.getByRole('button', { name: 'Label one by one' }).click();
  await page.waitForURL(/\/label\//);
  const shown = page.getByRole('region', { name: 'Example to label' });
  const left = page.getByLabel('How much the labels help');
  for (let done = 0; done < 8; done++) {
    await left.getByText(`${8 - done}`, { exact: true }).waitFor();
    await page.keyboard.press((await shown.innerText()).includes('blue') ? '1' : '2');
  }
  await left.getByText('by the last answer').first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Data', exact: true }).first().click();
  await page.waitForURL(/\/data$/);
  await page.goBack();
  await page.getByRole('button', { name: 'Save 8 labels' }).waitFor();
  await page.keyboard.press('u');
  await page.getByRole('button', { name: 'Save 7 labels' }).press('Enter');
  await page.waitForURL(/version=2/);
  await page.getByRole('tab', { name: 'Unlabelled (1)' }).waitFor();
  await page.close();
});

test('changes stay on the page when their version cannot be made', async () => {
  const { dataSetVersion } = await seen.kshot.ask<{ dataSetVersion: { dataSet: { id: string } } }>(
    `{ dataSetVersion(id: "${(await imported(seen.kshot, 'digits.zip', drawings(), { name: 'Digits' })).id}") { dataSet { id } } }`,
  );
  const page = await seen.page();
  await page.goto(`/data/${dataSetVersion.dataSet.id}`);
  await page.getByRole('button', { name: 'Add examples to' }).first().click();
  const broken = { name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') };
  await page.locator('input[type=file]').setInputFiles([broken]);
  await page.getByRole('button', { name: 'Add 1 example' }).click();
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await page.getByText('Nothing was saved').waitFor();
  await page.getByText('1 change not saved').waitFor();
  await page.close();
});

test('a photo is taken with the camera and added to a class', async () => {
  const { id } = await imported(seen.kshot, 'letters.zip', drawings(), { name: 'Letters' });
  const { dataSetVersion } = await seen.kshot.ask<{ dataSetVersion: { dataSet: { id: string } } }>(
    `{ dataSetVersion(id: "${id}") { dataSet { id } } }`,
  );
  const page = await seen.page({ width: 390 });
  await page.goto(`/data/${dataSetVersion.dataSet.id}`);
  await page.getByRole('button', { name: 'Add examples to' }).first().click();
  await page.getByRole('button', { name: 'Use the camera' }).click();
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  await page.getByRole('button', { name: 'Take photo' }).click();
  await page.getByRole('button', { name: 'Add 1 example' }).click();
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await page.waitForURL(/version=2/);
  await page.close();
});
