import { describe, expect, test } from 'vitest';
import { importBytes } from '../tables/fixtures/import-bytes.js';

const read = async (name: string, content: string) => {
  const { pack, names } = await importBytes(name, content);
  return { names, classes: pack.manifest.classes.map(({ name: own, count }) => `${own} ${count}`) };
};

describe('intents', () => {
  test('in YAML are read with their examples', async () => {
    const nlu = `version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    - hi\n    - hey [Bob](name)\n- intent: bye\n  examples: |\n    - bye\n    - ciao\n- synonym: x\n  examples: |\n    - y\n`;
    expect(await read('nlu.yml', nlu)).toEqual({
      names: ['hi', 'hey Bob', 'bye', 'ciao'],
      classes: ['bye 2', 'greet 2'],
    });
  });

  test('under headings are read, and synonyms are none', async () => {
    const nlu =
      '## intent:greet\n- hi\n- hey [Bob](name)\n\n## intent:bye\n- bye\n- ciao\n\n## synonym:nyc\n- New York\n';
    expect((await read('nlu.md', nlu)).names).toEqual(['hi', 'hey Bob', 'bye', 'ciao']);
  });

  test('before a colon are read where each comes again', async () => {
    const lines = Array.from({ length: 8 }, (_, i) => `${i % 2 ? 'refund' : 'parcel'}: text, number ${i}`);
    expect((await read('intents.txt', lines.join('\n'))).classes).toEqual(['parcel 4', 'refund 4']);
  });
});

describe('YAML', () => {
  const fails = (content: string) => expect(importBytes('a.yaml', content)).rejects;

  test('that is broken is refused with its line', async () => {
    await fails('a: 1\nb: "open\n').toMatchObject({ code: 'DATA_FORMAT', message: /line \d/ });
  });

  test('of aliases that multiply is refused', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i++) {
      const [own, before] = ['abcdefghi'[i], 'abcdefghi'[i - 1]];
      bomb.push(`${own}: &${own} [${Array(9).fill(`*${before}`).join(', ')}]`);
    }
    await fails(bomb.join('\n')).toMatchObject({ code: 'DATA_FORMAT' });
  });

  test('that is nested without end is refused', async () => {
    await fails('['.repeat(100_000)).toMatchObject({ code: 'DATA_FORMAT' });
    await fails(Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')).toMatchObject({
      code: 'DATA_FORMAT',
    });
  });
});
