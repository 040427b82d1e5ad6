import { readFileSync, realpathSync, statSync } from 'node:fs';
import { fileAtomically } from './atomically.mjs';
import { recipe } from './binding.mjs';
import { sha256 } from './sha256.mjs';

/**
 * What was put together and how; written last, so that its presence with agreeing files means "whole".
 * @typedef {{ way: string, recipe?: string, reasons: string[], binding?: string, library?: { path: string, size: number, time: number } }} Stamp
 */

/**
 * @param {{ stamp: string, binding: string, library: string }} files
 * @param {string} way
 * @param {string[]} reasons why the ways before it failed
 */
export async function writeStamp({ stamp, binding, library }, way, reasons) {
  const { size, mtimeMs } = statSync(library);
  const content = {
    way,
    recipe: recipe(),
    reasons,
    binding: await sha256(binding),
    library: { path: realpathSync(library), size, time: mtimeMs },
  };
  fileAtomically(stamp, JSON.stringify(content, null, 2));
}

/** The stamp when the files still are what it says, or null. @param {{ stamp: string, binding: string }} files @returns {Promise<Stamp | null>} */
export async function readStamp({ stamp, binding }) {
  try {
    const content = /** @type {Stamp} */ (JSON.parse(readFileSync(stamp, 'utf8')));
    if (!content.library || (content.way === 'wheel' && content.recipe !== recipe())) return null;
    if (content.binding !== (await sha256(binding))) return null;
    // 630 MB are hashed when extracted; afterwards size and time tell a change.
    const { size, mtimeMs } = statSync(content.library.path);
    return size === content.library.size && mtimeMs === content.library.time ? content : null;
  } catch {
    return null;
  }
}
