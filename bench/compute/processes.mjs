import { fileURLToPath } from 'node:url';
import { linesOf, python } from '../processes.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const SECONDS = 240;

/** Runs ours in a process of its own, because thread counts are fixed per process. */
export const ours = (work, { intra, inter }, mode, seconds) =>
  linesOf(process.execPath, [here('ours.mjs'), work, intra, inter, mode, seconds], SECONDS)[0];

/** Runs a peer: one line per way in which it did the work. */
export const peer = (script, args) => linesOf(python, [here(`peers/${script}`), ...args], SECONDS);
