import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importBytes } from '../tables/fixtures/import-bytes.js';

type Files = Record<string, string>;
const zip = (files: Files): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])));
const imported = async (archives: Record<string, Files>) => {
  const outer = zipSync(
    Object.fromEntries(Object.entries(archives).map(([name, files]) => [name, zip(files)])),
  );
  const { manifest } = (await importBytes('several.zip', Buffer.from(outer))).pack;
  return {
    classes: manifest.classes.map(({ name, count }) => `${name} ${count}`),
    parts: manifest.splits[0]!.name === 'given' ? manifest.splits[0]!.parts : null,
  };
};
const texts = (folder: string, ...names: string[]): Files =>
  Object.fromEntries(names.map((name) => [`${folder}${name}.txt`, `words of ${folder} ${name}`]));

describe('several archives of one set', () => {
  test('are a class each where their files lie loose', async () => {
    const { classes } = await imported({ 'cat.zip': texts('', '1', '2'), 'dog.zip': texts('', '3', '4') });
    expect(classes).toEqual(['cat 2', 'dog 2']);
  });

  test('are put together where they have folders of classes', async () => {
    const part = (name: string) => ({ ...texts('cat/', name), ...texts('dog/', name) });
    const { classes } = await imported({ 'a1.zip': part('1'), 'a2.zip': part('2') });
    expect(classes).toEqual(['cat 2', 'dog 2']);
  });

  test('are parts where they are called so', async () => {
    const part = (name: string) => ({ ...texts('cat/', name), ...texts('dog/', name) });
    expect((await imported({ 'train.zip': part('1'), 'test.zip': part('2') })).parts).toEqual([
      'train',
      'test',
    ]);
  });

  test('a README beside them changes nothing', async () => {
    const readme = { 'README.md': Buffer.from('about') };
    const outer = zipSync({ 'cat.zip': zip(texts('', '1')), 'dog.zip': zip(texts('', '2')), ...readme });
    expect((await importBytes('a.zip', Buffer.from(outer))).pack.manifest.count).toBe(2);
  });

  test('an archive in an archive in an archive is not opened', async () => {
    const deep = Buffer.from(zip(texts('cat/', '1'))).toString('latin1');
    await expect(imported({ 'a.zip': { 'b.zip': deep } })).rejects.toMatchObject({ code: 'DATA_FORMAT' });
  });
});
