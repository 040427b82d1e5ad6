import { expect, test } from 'vitest';
import { textFile } from './text-file';

const pasted = async (text: string) => {
  const file = textFile(text);
  return file && { name: file.name, content: await file.text() };
};

test('lines of text become one text each, whatever they hold', async () => {
  expect(await pasted('The soup was cold, and late.\n\nHe said "no", twice.\n')).toEqual({
    name: 'Pasted.csv',
    content: 'text\n"The soup was cold, and late."\n"He said ""no"", twice."',
  });
});

test('a table stays a table', async () => {
  const csv = 'text,label\n"cold, and late",bad\nnice,good\n';
  expect(await pasted(csv)).toEqual({ name: 'Pasted.csv', content: csv });
  const cells = 'text\tlabel\nnice\tgood\n';
  expect(await pasted(cells)).toEqual({ name: 'Pasted.tsv', content: cells });
});

test('nothing is no file', async () => {
  expect(await pasted(' \n')).toBeNull();
});
