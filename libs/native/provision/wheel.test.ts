import { chmodSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { libraryFromWheel } from './wheel.mjs';

const PATH = process.env.PATH;
afterEach(() => {
  process.env.PATH = PATH;
});

/** Stands in for the network: a `python3 -m pip download` that runs this shell script with the folder as $folder. */
function pip(script: string): void {
  const tools = mkdtempSync(join(tmpdir(), 'pip-'));
  const lines = ['#!/bin/sh', 'while [ "$1" != --dest ]; do shift; done', 'folder=$2', script];
  writeFileSync(join(tools, 'python3'), lines.join('\n'));
  chmodSync(join(tools, 'python3'), 0o755);
  process.env.PATH = `${tools}${delimiter}${PATH}`;
}

const cache = () => mkdtempSync(join(tmpdir(), 'wheels-'));

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the library out of the wheel', () => {
  it('is refused when the download is not the pinned one, and nothing is kept', async () => {
    pip('echo half > "$folder/tensorflow_cpu.whl"');
    const folder = cache();
    await expect(libraryFromWheel(folder, () => {})).rejects.toThrow(/sha256 is [0-9a-f]{64}, not/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says what pip said when there is no download, and nothing is kept', async () => {
    pip('echo "no matching distribution" >&2; exit 1');
    const folder = cache();
    await expect(libraryFromWheel(folder, () => {})).rejects.toThrow(
      /ended with 1: no matching distribution/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});
