import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const skipped = /^(node_modules|bundle|dist|generated|next-env\.d\.ts|\.kshot|\.next.*)$/;

/** sha256 over the names and contents of files and folders. @param {string[]} places */
function fingerprint(places) {
  const hash = createHash('sha256');
  /** @param {string} place */
  const add = (place) => {
    for (const entry of readdirSync(place, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const full = path.join(place, entry.name);
      if (skipped.test(entry.name)) continue;
      if (entry.isDirectory()) add(full);
      else if (entry.isFile()) hash.update(full).update(readFileSync(full));
    }
  };
  for (const place of places) {
    try {
      add(place);
    } catch {
      hash.update(place).update(readFileSync(place));
    }
  }
  return hash.digest('hex');
}

/** Whether something is not made from these sources, or not for this setting. @param {string} stamp @param {string[]} sources @param {string} [setting] */
export const isStale = (stamp, sources, setting = '') => read(stamp) !== fingerprint(sources) + setting;

/**
 * Does the work only when what it is made from has changed since it last succeeded; the stamp lies inside what it makes,
 * so that removing the product makes it stale.
 * @param {string} stamp @param {string[]} sources @param {() => Promise<void>} work @param {string} [setting] what else it is made for @returns {Promise<boolean>} whether it was done
 */
export async function whenStale(stamp, sources, work, setting = '') {
  if (!isStale(stamp, sources, setting)) return false;
  await work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint(sources) + setting); // the work may have written beside its sources
  return true;
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
