import { describe, expect, test } from 'vitest';
import { withFile } from '../fixtures/with-file.js';
import { openRows } from '../rows/open-rows.js';
import { importBytes } from '../tables/fixtures/import-bytes.js';
import { areSentences } from './sentences.js';

const sentences = ['I like it, a lot.', 'What a day, my friend!', 'No, I do not know, sorry.'];

describe('lines are sentences', () => {
  test('where they end as such and have spaces behind commas', () => {
    expect(areSentences(sentences)).toBe(true);
    expect(areSentences(['text', ...sentences])).toBe(true);
    expect(areSentences(['Where is my parcel, please help :(', ...sentences])).toBe(true);
  });

  test('not where words or numbers between commas are cells', () => {
    expect(areSentences(sentences.map((line) => `${line.replaceAll(',', '')}, good`))).toBe(false);
    expect(areSentences(sentences.map((line) => `good, ${line.replaceAll(',', '')}`))).toBe(false);
    expect(areSentences(sentences.map((line) => `${line},good`))).toBe(false);
    expect(areSentences(sentences.map((line) => `"${line}",good`))).toBe(false);
    expect(areSentences(sentences.map((line) => `${line}\tgood`))).toBe(false);
    expect(areSentences(sentences.map((line, i) => `${i}, ${line.replaceAll(',', '')}`))).toBe(false);
    expect(areSentences([...sentences, ...sentences].map((line) => `good, ${line}`))).toBe(false);
    const levels = sentences.map(
      (line, i) => `${i}:00, ${i === 1 ? 'WARN' : 'INFO'}, ${line.replaceAll(',', '')}`,
    );
    expect(areSentences([...levels, ...levels])).toBe(false);
    expect(areSentences(['when, text', ...sentences.slice(0, 2)])).toBe(false);
    expect(areSentences(['1, 2', '3, 4', '5, 6'])).toBe(false);
  });
});

test('a delimiter that is chosen divides sentences all the same, and none makes texts of cells', async () => {
  const lines = Array.from(
    { length: 8 },
    (_, i) => `Day ${i} was not bad at all, it was ${i % 2 ? 'good' : 'fine'}.`,
  );
  const { pack } = await importBytes('a.txt', lines.join('\n'), { delimiter: 'COMMA', header: false });
  expect(pack.manifest.classes.map(({ name }) => name)).toEqual(['it was fine.', 'it was good.']);
  await expect(importBytes('a.csv', 'a,b\n1,x\n2,y\n', { delimiter: 'NONE' })).rejects.toMatchObject({
    message: /The columns are: text/,
  });
});

test('a model is asked about each line as a whole', async () => {
  const texts = await withFile(sentences.join('\n'), async (file) => {
    const taker = { input: { modality: 'TEXT' as const }, classes: ['a', 'b'] };
    const rows = await openRows(file, { fileName: 'a.txt' }, taker);
    const found = [];
    for await (const batch of rows.batches) for (const row of batch.rows) found.push(await row.read());
    return found;
  });
  expect(texts).toEqual(sentences.map((text) => ({ text })));
});
