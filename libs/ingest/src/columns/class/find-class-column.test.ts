import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importBytes } from '../../tables/fixtures/import-bytes.js';

const kept = async (name: string, content: string | Buffer) =>
  (await importBytes(name, content, { unlabelled: true })).pack.manifest;

describe('a column of 0 and 1 for each class', () => {
  const manifestOf = async (content: string) => (await importBytes('a.csv', content)).pack.manifest;
  const namesOf = ({ classes }: { classes: readonly { name: string }[] }) => classes.map(({ name }) => name);

  test('beside texts', async () => {
    const lines = Array.from(
      { length: 9 },
      (_, i) => `some words of row ${i},${i % 3 === 0 ? 1 : 0},${i % 3 === 1 ? 1 : 0},${i % 3 === 2 ? 1 : 0}`,
    );
    expect(namesOf(await manifestOf(`text,joy,anger,fear\n${lines.join('\n')}\n`))).toEqual([
      'anger',
      'fear',
      'joy',
    ]);
  });

  test('beside numbers', async () => {
    const lines = Array.from({ length: 8 }, (_, i) => `${i}.5,${i % 2},${1 - (i % 2)}`);
    const manifest = await manifestOf(`size,big,small\n${lines.join('\n')}\n`);
    expect(namesOf(manifest)).toEqual(['big', 'small']);
    expect(manifest.columns).toHaveLength(1);
  });

  test('is a column like others where the class has a name', async () => {
    const lines = Array.from({ length: 8 }, (_, i) => `${i % 2},${1 - (i % 2)},${i % 4 < 2 ? 'a' : 'b'}`);
    expect(namesOf(await manifestOf(`red,blue,label\n${lines.join('\n')}\n`))).toEqual(['a', 'b']);
  });
});

describe('examples that are kept without a class', () => {
  test('rows of a table without a column of the class', async () => {
    expect(await kept('a.csv', 'a,b\n1.5,2.5\n3.5,4.5\n')).toMatchObject({
      modality: 'TABLE',
      count: 0,
      unlabelled: 2,
      columns: [{ name: 'a' }, { name: 'b' }],
    });
  });

  test('a file of sentences, the first of them included', async () => {
    const lines = 'I want my money back\nwhere is my parcel\nthe app crashes on start\n';
    expect(await kept('a.txt', lines)).toMatchObject({ modality: 'TEXT', count: 0, unlabelled: 3 });
  });

  test('texts of an archive without folders', async () => {
    const bytes = Buffer.from('some words');
    const archive = Buffer.from(zipSync({ '1.txt': bytes, '2.txt': Buffer.from('other words') }));
    expect(await kept('a.zip', archive)).toMatchObject({ modality: 'TEXT', count: 0, unlabelled: 2 });
  });

  test('texts in one folder, which tells nothing apart', async () => {
    const [one, two] = [Buffer.from('some words'), Buffer.from('other words')];
    const archive = Buffer.from(zipSync({ 'Answers/1.txt': one, 'Answers/2.txt': two }));
    expect(await kept('a.zip', archive)).toMatchObject({ count: 0, unlabelled: 2 });
  });

  test('a column of the class is still used', async () => {
    expect(await kept('a.csv', 'a,label\n1,x\n2,y\n3,\n')).toMatchObject({ count: 2, unlabelled: 1 });
  });

  test('one class is enough beside them', async () => {
    expect(await kept('a.csv', 'a,label\n1,x\n2,\n3,\n')).toMatchObject({ count: 1, unlabelled: 2 });
  });

  test('a file without any example stays refused', async () => {
    await expect(kept('a.csv', 'a,b\n')).rejects.toMatchObject({ code: 'DATA_EMPTY' });
  });
});
