import { describe, expect, test } from 'vitest';
import { importBytes } from '../tables/fixtures/import-bytes.js';

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

describe('encodings', () => {
  const words = async (bytes: Buffer) => {
    const { pack, names } = await importBytes('a.csv', bytes);
    return { names: names.slice(0, 2), warnings: pack.manifest.warnings.join() };
  };
  const latin = `text,label\n${lines(20, (i) => (i % 2 ? `naïve Übung ${i},no` : `café für zwei ${i},yes`))}`;

  test('Windows-1252 is guessed and reported', async () => {
    const { names, warnings } = await words(Buffer.from(latin, 'latin1'));
    expect(names).toEqual(['café für zwei 0', 'naïve Übung 1']);
    expect(warnings).toMatch(/windows-1252/);
  });

  test('UTF-16 is known by its mark or by its zeros', async () => {
    for (const mark of ['\ufeff', ''])
      expect((await words(Buffer.from(mark + latin, 'utf16le'))).names[0]).toBe('café für zwei 0');
  });

  test('one line in another encoding costs that line alone', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${latin}\n`),
      Buffer.from('Größe,yes\n', 'latin1'),
      Buffer.from('schön,no\n'),
    ]);
    const { names, warnings } = await words(bytes);
    expect(names).toEqual(['café für zwei 0', 'naïve Übung 1']);
    expect(warnings).toContain('1 row has letters that are not and became \ufffd: row 22.');
  });
});
