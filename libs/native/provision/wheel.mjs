import { mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { directoryAtomically, fileAtomically } from './atomically.mjs';
import { command } from './command.mjs';
import { sha256 } from './sha256.mjs';

const VERSION = '2.18.1';
const SHA256 = '810c75d7149d2da0cb2092187817b0dcabb80728ca9f9cf3a61f3f42fadd1298';
const EXTRACT = fileURLToPath(new URL('extract.py', import.meta.url));

/**
 * libtensorflow and its headers out of the tensorflow-cpu wheel, laid out as tfjs-node wants its `deps` folder.
 * Kept in the user's cache: 690 MB that every checkout shares.
 * @param {string} cache
 * @param {(line: string) => void} log
 * @returns {Promise<string>} the folder
 */
export async function libraryFromWheel(cache, log) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`the wheel is for linux-x64, this is ${process.platform}-${process.arch}`);
  const deps = join(cache, `tensorflow-cpu-${VERSION}-${SHA256.slice(0, 12)}`);
  await directoryAtomically(deps, async (unfinished) => {
    const download = join(unfinished, 'download');
    mkdirSync(download);
    log(`downloading the tensorflow-cpu ${VERSION} wheel (230 MB, once per user)`);
    await command('python3', pipDownload(download), { seconds: 1200 });
    const wheel = join(download, readdirSync(download)[0] ?? 'nothing');
    const found = await sha256(wheel);
    if (found !== SHA256) throw new Error(`the wheel's sha256 is ${found}, not ${SHA256}`);
    log('extracting libtensorflow');
    await command('python3', [EXTRACT, wheel, unfinished], { seconds: 300 });
    rmSync(download, { recursive: true });
    for (const name of ['libtensorflow.so', 'libtensorflow.so.2'])
      symlinkSync('libtensorflow_cc.so.2', join(unfinished, 'lib', name));
    symlinkSync('libtensorflow_framework.so.2', join(unfinished, 'lib', 'libtensorflow_framework.so'));
    fileAtomically(join(unfinished, 'whole.json'), JSON.stringify({ version: VERSION, wheel: SHA256 }));
  });
  if (statSync(join(deps, 'lib', 'libtensorflow_cc.so.2')).size < 1e8)
    throw new Error(`${deps} is damaged: remove it`);
  return deps;
}

/** @param {string} folder */
function pipDownload(folder) {
  const platform = ['--python-version', '3.11', '--platform', 'manylinux2014_x86_64'];
  const quiet = ['--quiet', '--disable-pip-version-check', '--no-cache-dir'];
  return [
    '-m',
    'pip',
    'download',
    '--no-deps',
    '--only-binary=:all:',
    ...platform,
    ...quiet,
    '--dest',
    folder,
  ].concat(`tensorflow-cpu==${VERSION}`);
}
