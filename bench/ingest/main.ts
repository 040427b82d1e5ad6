// npm run bench -- ingest [WORK…] [--rounds 1] [--share 1] [--json]: imports and inspects each file in a process of its own,
// in turn with a Python reader; ends with 1 when a bound does not hold. With a share less than 1 the files are smaller.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addRound, benchLine, benchText, load, type Measured } from '../frame/measurement.js';
import { benchOptions } from '../frame/options.js';
import { hasLibrary } from '../frame/peer-libraries.js';
import { peerLines, scriptLines } from '../frame/processes.js';
import { runRows } from '../frame/run-rows.js';
import { median } from '../frame/samples.js';
import { INSPECTION_SECONDS, type IngestRow, rows } from './rows.js';

interface Read {
  readonly seconds: number;
  readonly examples: number;
  readonly peakMemory: number;
}

const options = benchOptions(
  rows.map(({ work }) => work),
  { rounds: 1, own: { share: '1' } },
);
const share = Number(options.value('share'));
const folder = mkdtempSync(path.join(tmpdir(), 'kshot-ingest-'));
try {
  await runRows(rows, options, async (row) => {
    const file = await row.make(folder, Math.max(8, Math.round(share * row.examples)));
    measure(row, file);
    rmSync(file);
  });
} finally {
  rmSync(folder, { recursive: true });
}

function measure({ work, seconds, megabytes = Number.POSITIVE_INFINITY, ...row }: IngestRow, file: string) {
  const before = load();
  const read = (way: 'import' | 'inspect') =>
    only(scriptLines<Read>(new URL('ours.ts', import.meta.url), [way, file], 600));
  const peer = new URL(`peers/${row.peer}`, import.meta.url);
  const [imports, inspections, theirs] = [[], [], []] as [Read[], Read[], Measured[]];
  for (let turn = 0; turn < options.rounds; turn++) {
    imports.push(read('import'));
    inspections.push(read('inspect'));
    if (hasLibrary(row.library)) theirs.push(measured(only(peerLines<Read>(peer, [file], 600))));
  }
  const ours = imports.map(measured).reduce<Measured | undefined>(addRound, undefined) as Measured;
  const others = theirs.reduce<Measured | undefined>(addRound, undefined);
  const line = benchLine({ work, unit: 's' }, ours, others ? { [row.library]: others } : {}, before);
  const inspect = median(inspections.map((one) => one.seconds));
  const holds =
    line.ours <= seconds && (line.peakMegabytes ?? 0) <= megabytes && inspect <= INSPECTION_SECONDS;
  if (!holds) process.exitCode = 1;
  const { examples } = imports[0] as Read;
  if (options.json) return console.log(JSON.stringify({ ...line, examples, inspect, holds }));
  console.log(benchText(line));
  console.log(
    `  ${examples} examples, inspected in ${inspect.toFixed(1)} s; at most ${seconds} s${holds ? '' : '  TOO SLOW'}`,
  );
}

function measured({ seconds, peakMemory }: Read): Measured {
  return { samples: [seconds], peakMemory };
}

function only(lines: readonly Read[]): Read {
  const [line] = lines;
  if (!line) throw new Error('the process printed nothing');
  return line;
}
