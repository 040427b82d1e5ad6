import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { directoryAtomically, fileAtomically } from './atomically.mjs';

const MODULE = pathToFileURL(join(import.meta.dirname, 'atomically.mjs')).href;
const fresh = () => mkdtempSync(join(tmpdir(), 'atomically-'));
const fill = (content: string) => (folder: string) => writeFileSync(join(folder, 'part'), content);

describe('a directory that is built', () => {
  it('appears whole, once', async () => {
    const target = join(fresh(), 'cache', 'target');
    await directoryAtomically(target, (folder) => {
      fill('first')(folder);
      expect(existsSync(target)).toBe(false);
    });
    await directoryAtomically(target, fill('second'));
    expect(readFileSync(join(target, 'part'), 'utf8')).toBe('first');
  });

  it('leaves nothing behind when it fails', async () => {
    const parent = fresh();
    const failing = directoryAtomically(join(parent, 'target'), (folder) => {
      fill('half')(folder);
      throw new Error('the download broke off');
    });
    await expect(failing).rejects.toThrow('the download broke off');
    expect(readdirSync(parent)).toEqual([]);
  });

  it('is never taken for whole after a crash, and what the dead left is removed', async () => {
    const parent = fresh();
    const target = join(parent, 'target');
    const script = `
      import { writeFileSync } from 'node:fs';
      const { directoryAtomically } = await import(${JSON.stringify(MODULE)});
      await directoryAtomically(${JSON.stringify(target)}, async (folder) => {
        writeFileSync(folder + '/part', 'half');
        console.log('half way');
        await new Promise((go) => setTimeout(go, 60_000));
      });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    await new Promise((seen) => child.stdout.once('data', seen));
    child.kill('SIGKILL');
    await new Promise((gone) => child.once('exit', gone));
    expect(readdirSync(parent)).toEqual([expect.stringMatching(/^unfinished-/)]);
    await directoryAtomically(target, fill('whole'));
    expect(readdirSync(parent)).toEqual(['target']);
    expect(readFileSync(join(target, 'part'), 'utf8')).toBe('whole');
  });

  it('is built by two at once without a clash: one of them is kept', async () => {
    const parent = fresh();
    const target = join(parent, 'target');
    const slowly = (content: string) => async (folder: string) => {
      writeFileSync(join(folder, 'one'), content);
      await wait(50);
      writeFileSync(join(folder, 'two'), content);
    };
    await Promise.all([directoryAtomically(target, slowly('a')), directoryAtomically(target, slowly('b'))]);
    expect(readdirSync(parent)).toEqual(['target']);
    const [one, two] = ['one', 'two'].map((name) => readFileSync(join(target, name), 'utf8'));
    expect(one).toBe(two);
  });

  it('does not touch what a living process is building', async () => {
    const parent = fresh();
    const other = join(parent, `unfinished-${process.pid}-0000`);
    mkdirSync(other);
    await directoryAtomically(join(parent, 'target'), fill('whole'));
    expect(existsSync(other)).toBe(true);
  });
});

it('a file is replaced as a whole', () => {
  const target = join(fresh(), 'folder', 'file');
  fileAtomically(target, 'old');
  fileAtomically(target, 'new');
  expect(readFileSync(target, 'utf8')).toBe('new');
});
