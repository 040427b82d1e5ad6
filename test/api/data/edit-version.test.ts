import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { imported, upload } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { takeKshot } from '../../harness/systems/take.js';
import { type EditedVersion, edited, endedVersion, examplesOf } from '../../harness/versions.js';

let kshot: Kshot;
beforeAll(async () => {
  kshot = await takeKshot();
});
afterAll(() => kshot.stop());

const lines = (label: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${label} sentence number ${i},${label}`);
const pets = `text,label\n${[...lines('cat', 10), ...lines('dog', 10), ...lines('bird', 10)].join('\n')}\n`;
const newTexts = async () => (await imported(kshot, 'pets.csv', pets)).id;
const classesOf = ({ classes }: EditedVersion) =>
  Object.fromEntries(classes.nodes.map(({ name, exampleCount }) => [name, exampleCount]));
const refused = (input: Record<string, unknown>) => refusal(edited(kshot, input));

test('classes are renamed and merged, examples relabelled, removed and added, in one version that shares its content', async () => {
  const versionId = await newTexts();
  const before = await examplesOf(kshot, versionId);
  const [first, second, third] = before.filter((one) => one.class?.name === 'cat');
  const version = await edited(kshot, {
    versionId,
    note: 'Cats are kittens',
    author: 'Ada',
    renameClasses: [{ class: 'cat', name: 'kitten' }],
    mergeClasses: [{ classes: ['dog', 'bird'], into: 'other' }],
    addClasses: ['fish'],
    relabel: [
      { exampleId: first!.id, class: 'fish' },
      { exampleId: second!.id, class: 'other' },
    ],
    remove: [third!.id],
    add: [{ class: 'fish', examples: [{ text: 'It swims.' }, { text: 'It has gills.' }] }],
  });
  expect(version).toMatchObject({
    status: 'READY',
    number: 2,
    note: 'Cats are kittens',
    author: 'Ada',
    parent: { id: versionId },
    exampleCount: 31,
  });
  expect(classesOf(version)).toEqual({ fish: 3, kitten: 7, other: 21 });
  const after = await examplesOf(kshot, version.id);
  const fish = after.filter((one) => one.class?.name === 'fish').map(({ text }) => text);
  expect(fish).toEqual([first!.text, 'It swims.', 'It has gills.']);
  const { rows } = await kshot.pool.query('select manifest from data_set_version where id = $1', [
    version.id,
  ]);
  expect(rows[0].manifest.sources, 'old content by reference, new content beside it').toHaveLength(2);
});

test('versions are compared, and an old one is restored with the same hash', async () => {
  const versionId = await newTexts();
  const old = await endedVersion(kshot, versionId);
  const [first, second] = await examplesOf(kshot, versionId);
  const version = await edited(kshot, {
    versionId,
    renameClasses: [{ class: 'dog', name: 'hound' }],
    relabel: [{ exampleId: first!.id, class: 'bird' }],
    remove: [second!.id],
    add: [{ class: 'cat', examples: [{ text: 'It purrs.' }] }],
  });
  const COMPARE = `query ($a: ID!, $b: ID!) { compareVersions(fromId: $a, toId: $b) { addedCount removedCount relabelledCount
    changes { before after count wholeClass } added { text } removed { id } relabelled { text } } }`;
  const { compareVersions } = await kshot.ask<{ compareVersions: unknown }>(COMPARE, {
    a: versionId,
    b: version.id,
  });
  expect(compareVersions).toEqual({
    addedCount: 1,
    removedCount: 1,
    relabelledCount: 1,
    changes: [
      { before: 'dog', after: 'hound', count: 10, wholeClass: true },
      { before: 'cat', after: 'bird', count: 1, wholeClass: false },
    ],
    added: [{ text: 'It purrs.' }],
    removed: [{ id: second!.id }],
    relabelled: [{ text: first!.text }],
  });
  const { restoreVersion } = await kshot.ask<{ restoreVersion: { id: string } }>(
    'mutation ($input: RestoreVersionInput!) { restoreVersion(input: $input) { id } }',
    { input: { versionId } },
  );
  const restored = await endedVersion(kshot, restoreVersion.id);
  expect(restored).toMatchObject({ number: 3, hash: old.hash, note: 'Restored version 1.' });
  expect(classesOf(restored)).toEqual(classesOf(old));
});

test('the second of two edits of one version is refused', async () => {
  const versionId = await newTexts();
  const edit = (name: string) => edited(kshot, { versionId, renameClasses: [{ class: 'cat', name }] });
  const results = await Promise.allSettled([edit('a'), edit('b')]);
  const failed = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(failed.reason).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Version 2') });
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('what cannot be changed is refused with what is wrong', async () => {
  const versionId = await newTexts();
  const [one] = await examplesOf(kshot, versionId);
  const id = one!.id;
  const cases: [Record<string, unknown>, string][] = [
    [{}, 'nothing to change'],
    [{ renameClasses: [{ class: 'cow', name: 'x' }] }, '"cow"'],
    [{ renameClasses: [{ class: 'cat', name: 'dog' }] }, 'Merge them'],
    [{ renameClasses: [{ class: 'cat', name: '  ' }] }, 'needs a name'],
    [{ mergeClasses: [{ classes: ['cat'], into: 'cat' }] }, 'into itself'],
    [{ mergeClasses: [{ classes: ['cat', 'dog', 'bird'], into: 'x' }] }, 'fewer than two'],
    [{ removeClasses: ['cat', 'dog'] }, 'fewer than two'],
    [{ addClasses: ['fish'], remove: [id] }, 'has no example'],
    [{ addClasses: ['cat'] }, 'nothing to change'],
    [{ relabel: [{ exampleId: id, class: 'fish' }] }, 'addClasses'],
    [{ relabel: [{ exampleId: id, class: 'dog' }], remove: [id] }, 'twice'],
    [{ remove: ['0'] }, 'no example'],
    [{ add: [{ class: 'cat', examples: [] }] }, 'No examples'],
    [{ add: [{ class: 'cat', examples: [{ row: [] }] }] }, 'takes text'],
  ];
  for (const [changes, message] of cases)
    expect(await refused({ versionId, ...changes })).toEqual({
      code: 'BAD_INPUT',
      message: expect.stringContaining(message),
    });
});

test('a file is added with the classes that it gives, new ones among them', async () => {
  const versionId = await newTexts();
  const more = `text,label\n${[...lines('cat', 3), ...lines('fish', 4)].join('\n')}\n`;
  const uploadId = await upload(kshot, 'more.csv', more);
  const version = await edited(kshot, { versionId, addFiles: [{ uploadId }] });
  expect(version.failure).toBeNull();
  expect(classesOf(version)).toEqual({ bird: 10, cat: 13, dog: 10, fish: 4 });
  const one = await upload(kshot, 'one.csv', 'text\nIt is a dog.\n');
  const named = await edited(kshot, { versionId: version.id, addFiles: [{ uploadId: one, class: 'dog' }] });
  expect(classesOf(named)).toMatchObject({ dog: 11 });
});

test('rows of a table are added with new categories, and its figures follow', async () => {
  const table = `height,colour,label\n${Array.from({ length: 20 }, (_, i) => `${i % 4},${i % 2 ? 'red' : 'blue'},${i % 2 ? 'a' : 'b'}`).join('\n')}\n`;
  const { id: versionId } = await imported(kshot, 'table.csv', table);
  const row = [
    { column: 'height', value: '100' },
    { column: 'colour', value: 'green' },
  ];
  const version = await edited(kshot, { versionId, add: [{ class: 'a', examples: [{ row }] }] });
  const [height, colour] = version.columns!;
  expect(height!.maximum).toBe(100);
  expect(colour!.categories).toContain('green');
  const added = (await examplesOf(kshot, version.id)).at(-1);
  expect(added!.row).toEqual(row);
  const wrong = [{ column: 'height', value: 'tall' }];
  const refusedRow = await refused({
    versionId: version.id,
    add: [{ class: 'a', examples: [{ row: wrong }] }],
  });
  expect(refusedRow).toEqual({ code: 'BAD_INPUT', message: expect.stringContaining('"tall"') });
});

test('a file of another kind fails the edit, and the version before stays the newest', async () => {
  const versionId = await newTexts();
  const uploadId = await upload(kshot, 'broken.zip', Buffer.from('PK\x03\x04 nothing'));
  const failed = await edited(kshot, { versionId, addFiles: [{ uploadId, class: 'cat' }] });
  expect(failed).toMatchObject({ status: 'FAILED', failure: { code: 'DATA_FORMAT' } });
  const { version } = await kshot.ask<{ version: { dataSet: { latest: { id: string } } } }>(
    `{ version: dataSetVersion(id: "${versionId}") { dataSet { latest { id } } } }`,
  );
  expect(version.dataSet.latest.id).toBe(versionId);
  const next = await edited(kshot, { versionId, renameClasses: [{ class: 'cat', name: 'tiger' }] });
  expect(next).toMatchObject({ status: 'READY', number: 3 });
});

test('a file that cannot be read is left out of an edit that changes something else', async () => {
  const versionId = await newTexts();
  const uploadId = await upload(kshot, 'broken.zip', Buffer.from('PK\x03\x04 nothing'));
  const version = await edited(kshot, {
    versionId,
    renameClasses: [{ class: 'dog', name: 'hound' }],
    addFiles: [{ uploadId, class: 'cat' }],
  });
  expect(classesOf(version)).toEqual({ bird: 10, cat: 10, hound: 10 });
  expect(version.warnings.join(' ')).toContain('Nothing of broken.zip was added');
});

test('copies are still told of after an edit', async () => {
  const { id: versionId } = await imported(kshot, 'copies.csv', `${pets}${lines('cat', 2).join('\n')}\n`);
  const version = await edited(kshot, { versionId, renameClasses: [{ class: 'dog', name: 'hound' }] });
  expect(version.warnings.join(' ')).toContain('2 examples are exact copies of others');
});
