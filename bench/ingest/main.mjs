import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasLibrary, linesOf, python } from '../processes.mjs';
import { INSPECTION_SECONDS, rows } from './rows.mjs';

// main.mjs [WORK…] [--json]: imports and inspects each file in a process of its own; ends with 1 when a bound does not hold.
const args = process.argv.slice(2);
const wanted = args.filter((arg) => !arg.startsWith('--'));
const json = args.includes('--json');
const unknown = wanted.filter((name) => !rows.some(({ work }) => work === name));
if (unknown.length > 0)
  throw new Error(`no such work: ${unknown}; there are ${rows.map(({ work }) => work).join(', ')}`);

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'kshot-ingest-'));
try {
  for (const row of rows.filter(({ work }) => wanted.length === 0 || wanted.includes(work))) {
    const file = await row.make(folder);
    const measure = (way) => linesOf(process.execPath, [here('ours.mjs'), way, file], 600)[0];
    const [load] = loadavg();
    const found = { work: row.work, load, import: measure('import'), inspect: measure('inspect') };
    if (hasLibrary(row.library)) found.peer = linesOf(python, [here(`peers/${row.peer}`), file], 600)[0];
    show(row, found);
    rmSync(file);
  }
} finally {
  rmSync(folder, { recursive: true });
}

function show({ work, seconds, mebibytes = Number.POSITIVE_INFINITY, library }, found) {
  const { import: own, inspect, peer, load } = found;
  const holds = own.seconds <= seconds && own.mebibytes <= mebibytes && inspect.seconds <= INSPECTION_SECONDS;
  if (!holds) process.exitCode = 1;
  if (json) return console.log(JSON.stringify({ ...found, holds }));
  const figures = ({ seconds: s, mebibytes: m }) => `${s.toFixed(1)} s ${Math.round(m)} MiB`;
  console.log(
    `${work.padEnd(11)} ${String(own.examples).padStart(8)} examples  import ${figures(own)} (at most ${seconds} s)  inspect ${figures(inspect)}` +
      `  ${library} ${peer ? figures(peer) : 'not installed'}  load ${load.toFixed(1)}  ${holds ? '' : 'TOO SLOW'}`,
  );
}
