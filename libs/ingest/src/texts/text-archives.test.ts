import { expect, test } from 'vitest';
import { storedZip } from '../inspect/fixtures/stored-zip.js';
import { importBytes } from '../tables/fixtures/import-bytes.js';

async function imported(files: Readonly<Record<string, string>>) {
  const zip = storedZip(Object.entries(files).map(([name, data]) => ({ name, data: Buffer.from(data) })));
  const { pack } = await importBytes('a.zip', zip);
  const { classes, modality, warnings, splits } = pack.manifest;
  return {
    modality,
    classes: classes.map(({ name, count }) => `${name} ${count}`),
    parts: splits[0]!.parts,
    warnings,
  };
}
const lines = (what: string) => Array.from({ length: 6 }, (_, i) => `a ${what} film, number ${i}`).join('\n');

test('texts without an extension in class folders are read', async () => {
  const found = await imported({
    'news/sci.space/60147': 'From: a\n\nOrbit one.',
    'news/sci.space/msg.17': 'From: b\n\nOrbit two.',
    'news/rec.autos/101': 'From: c\n\nA car.',
    'news/rec.autos/102': 'From: d\n\nTwo cars.',
    'news/rec.autos/core': '\0\x01',
  });
  expect(found).toMatchObject({ modality: 'TEXT', classes: ['rec.autos 2', 'sci.space 2'] });
  expect(found.warnings[0]).toBe(
    '4 files without an extension were read as texts: news/rec.autos/101, news/rec.autos/102, news/sci.space/60147 and 1 more.',
  );
});

test('text files that are called as classes give an example in each line', async () => {
  const found = await imported({
    'pos.txt': lines('good'),
    'neg.txt': lines('dull'),
    'README.txt': 'Films.',
  });
  expect(found).toMatchObject({ modality: 'TEXT', classes: ['neg 6', 'pos 6'] });
  expect(found.warnings.slice(0, 2)).toEqual([
    'Each line of neg.txt, pos.txt was read as an example of the class that the file is named after.',
    '1 other file was left out: README.txt.',
  ]);
});

test('such files in a folder for each part keep their parts', async () => {
  const found = await imported({
    'train/pos.txt': lines('good'),
    'train/neg.txt': lines('dull'),
    'test/pos.txt': lines('fine'),
    'test/neg.txt': lines('poor'),
  });
  expect(found.classes).toEqual(['neg 12', 'pos 12']);
  expect(found.parts).toEqual(['train', 'test']);
});

test('texts with paragraphs are not lists of examples', async () => {
  const letter = ['Dear you,', 'how are you?', 'I am fine.', 'It rains.', 'Yours'].join('\n\n');
  await expect(imported({ 'mail/first.txt': letter, 'mail/second.txt': letter })).rejects.toMatchObject({
    code: 'DATA_ONE_CLASS',
  });
});

test('pages and Markdown in class folders are texts', async () => {
  const found = await imported({
    'sport/1.html': '<html><head><title>x</title></head><body><p>They won the game.</p></body></html>',
    'sport/2.md': '# News\n\nThey lost it.',
    'food/3.htm': '<p>It tastes good.</p>',
    'food/4.md': 'It does not.',
  });
  expect(found).toMatchObject({ modality: 'TEXT', classes: ['food 2', 'sport 2'] });
});
