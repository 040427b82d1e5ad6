import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { hasLibrary } from '../processes.mjs';
import { median } from '../samples.mjs';
import { agreement } from './agreement.mjs';
import { writeData } from './data.mjs';
import { ours, peer } from './processes.mjs';
import { rows } from './rows.mjs';

// main.mjs [WORK…] [--json] [--rounds=3]: ours and the peers in turn; ends with 1 when a row failed, or another result came out.
const args = process.argv.slice(2);
const wanted = args.filter((arg) => !arg.startsWith('--'));
const rounds = Number(args.find((arg) => arg.startsWith('--rounds='))?.split('=')[1] ?? 3);
const json = args.includes('--json');

const unknown = wanted.filter((name) => !rows.some(({ work }) => work === name));
if (unknown.length > 0)
  throw new Error(`no such work: ${unknown}; there are ${rows.map(({ work }) => work).join(', ')}`);
const folder = mkdtempSync(path.join(tmpdir(), 'kshot-evaluate-'));
try {
  writeData(folder);
  for (const row of rows.filter(({ work }) => wanted.length === 0 || wanted.includes(work)))
    try {
      show(row, measured(row));
    } catch (error) {
      console.error(`${row.work} FAILED: ${error.message}`);
      process.exitCode = 1;
    }
} finally {
  rmSync(folder, { recursive: true });
}

function measured({ work, script: own, peer: script, library }) {
  const long = work.startsWith('study') || work.endsWith('10000');
  const samples = [];
  const theirs = {};
  const load = loadavg()[0];
  let found;
  for (let turn = 0; turn < (long ? 1 : rounds); turn++) {
    // The first round of a process compiles.
    const result = ours(work, long ? 2 : 10, own);
    samples.push(...result.samples.slice(1));
    found = result.found;
    if (script && hasLibrary(library))
      for (const line of peer(script, work, folder, long ? 1 : 3)) {
        theirs[line.way] ??= { samples: [], found: line.found };
        theirs[line.way].samples.push(...line.samples);
      }
  }
  const best = Object.entries(theirs).sort(([, a], [, b]) => median(a.samples) - median(b.samples))[0];
  return { ours: median(samples), load, found, best, theirs };
}

function show({ work, ratio, seconds }, { ours: own, load, found, best, theirs }) {
  const [way, line] = best ?? [];
  const other = line ? median(line.samples) : undefined;
  const agreed = line ? agreement(work, found, line.found) : undefined;
  if (agreed && !agreed.same) process.exitCode = 1;
  if (json) {
    const numbers = {
      ours: own,
      peer: way ?? null,
      theirs: other ?? null,
      ratio: other ? own / other : null,
    };
    const ways = Object.fromEntries(
      Object.entries(theirs).map(([name, { samples }]) => [name, median(samples)]),
    );
    console.log(
      JSON.stringify({ work, unit: 's', ...numbers, ways, target: ratio ?? seconds, load, agreed }),
    );
    return;
  }
  const target = ratio ? `target ${ratio}` : `target ${seconds} s`;
  const beside = other
    ? `, ${way} ${other.toFixed(3)} s: ratio ${(own / other).toFixed(2)}`
    : ratio
      ? ', no peer installed'
      : '';
  console.log(`${work}: ${own.toFixed(3)} s${beside} (${target}; load before ${load.toFixed(1)})`);
  if (agreed) console.log(`  ${agreed.words}`);
  if (found.standings)
    for (const [name, value, low, high] of found.standings)
      console.log(
        `  ${name} ${(100 * value).toFixed(2)} % [${(100 * low).toFixed(2)}, ${(100 * high).toFixed(2)}]`,
      );
}
