import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importBytes } from '../../tables/fixtures/import-bytes.js';

const file = (name: string): Buffer => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
const imported = async (name: string, bytes: Buffer) => (await importBytes(name, bytes)).pack.manifest;
const counts = ({ classes }: { classes: readonly { name: string; count: number }[] }) =>
  classes.map(({ name, count }) => `${name} ${count}`);

describe('Parquet as Hugging Face writes it', () => {
  test('numbers of classes have their names, and −1 none', async () => {
    const manifest = await imported('train.parquet', file('named.parquet'));
    expect(manifest).toMatchObject({ modality: 'TEXT', unlabelled: 1 });
    expect(counts(manifest)).toEqual(['neg 6', 'pos 5']);
  });

  test('pictures in a column are read with their classes', async () => {
    const manifest = await imported('train-00000-of-00001.parquet', file('pictures.parquet'));
    expect(manifest).toMatchObject({ modality: 'IMAGE', image: { height: 6, width: 6 }, unlabelled: 1 });
    expect(counts(manifest)).toEqual(['neg 4', 'pos 4']);
  });

  test('pictures may be bytes without a path, and their class words', async () => {
    const manifest = await imported('fruit.parquet', file('bytes.parquet'));
    expect(manifest.modality).toBe('IMAGE');
    expect(counts(manifest)).toEqual(['fig 3', 'kiwi 3']);
  });

  test('what lies beside the pictures is named', async () => {
    const { warnings } = await imported('a.parquet', file('pictures.parquet'));
    expect(warnings.join('\n')).toMatch(/class of each was read from column "label".*\n.*left out: source/s);
  });

  test('files of an archive are the parts that their names mean', async () => {
    const pictures = file('pictures.parquet');
    const names = ['data/train-00000-of-00001.parquet', 'data/test-00000-of-00001.parquet'];
    const archive = zipSync(Object.fromEntries(names.map((name) => [name, pictures])));
    const { splits, count } = await imported('a.zip', Buffer.from(archive));
    expect(splits[0]).toMatchObject({ name: 'given', parts: ['train', 'test'] });
    expect(count).toBe(16);
  });
});
