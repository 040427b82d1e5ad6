import { fileURLToPath } from 'node:url';
import { linesOf, python } from '../processes.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const SECONDS = 600;

export const ours = (work, rounds, script = 'ours.mjs') =>
  linesOf(process.execPath, [here(script), work, rounds], SECONDS)[0];

/** One line for each way in which the peer did the work. */
export const peer = (script, work, folder, rounds) =>
  linesOf(python, [here(`peers/${script}`), work, folder, rounds], SECONDS);
