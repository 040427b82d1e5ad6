import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { linesOf } from '../frame/processes.ts';

const script = (name) => fileURLToPath(new URL(name, import.meta.url));
const said = (name, ...args) => linesOf(process.execPath, [script(name), ...args], 600);

/** Seconds and memory of fitting the recommended head as a run would, in a process of its own, beside what was forecast. */
export function costError(file, { data, shots, recommended: [kind] }, folder) {
  const draw = path.join(folder, `${data}.draw`);
  said('draw.mjs', file, shots, draw);
  const forecast = said('cost.mjs', draw)[0][kind];
  const [real] = said('cost.mjs', draw, kind);
  return {
    seconds: real.seconds,
    secondsPredicted: forecast.seconds,
    secondsError: Math.abs(forecast.seconds / real.seconds - 1),
    memory: real.memory,
    memoryPredicted: forecast.memory,
    memoryError: Math.abs(forecast.memory / real.memory - 1),
  };
}
