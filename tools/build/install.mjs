// Installs what package-lock.json names.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { runCommand } from '../run-command.mjs';

/** npm reads it in the place of package-lock.json. */
const WITH_ADDRESSES = 'npm-shrinkwrap.json';

/**
 * Runs `npm ci`. The lock file names no registry, so that npm would read the list of all versions of each package to learn where the one
 * that is wanted lies; it is told, as far as registries keep to npm's own paths.
 * @param {string[]} options @param {string} advice
 */
export async function install(options, advice) {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', ...options];
  const registry = (await runCommand('npm', ['config', 'get', 'registry'], { advice })).trim();
  writeFileSync(WITH_ADDRESSES, addressed(readFileSync('package-lock.json', 'utf8'), registry));
  try {
    await runCommand('npm', args, { advice });
    return;
  } catch (error) {
    if (!/E40[0-9]/.test(String(error))) throw error; // where it keeps to others, npm finds them below
  } finally {
    rmSync(WITH_ADDRESSES, { force: true });
  }
  await runCommand('npm', args, { advice });
}

/** A lock file in which each package has an address at the registry. @param {string} lock @param {string} registry */
export function addressed(lock, registry) {
  const { packages, ...rest } = JSON.parse(lock);
  for (const [place, entry] of Object.entries(packages)) {
    if (!entry.integrity || entry.resolved) continue; // the project's own folders
    const name = entry.name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const file = `${name.split('/').at(-1)}-${entry.version}.tgz`;
    entry.resolved = `${registry.replace(/\/$/, '')}/${name}/-/${file}`;
  }
  return JSON.stringify({ ...rest, packages });
}
