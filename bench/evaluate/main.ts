// npm run bench -- evaluate [WORK…] [--rounds 3] [--json]: ours and the peers in turn; ends with 1 when a row failed, or
// another result came out.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addRound, benchLine, benchText, fastestOf, load, type Measured } from '../frame/measurement.js';
import { benchOptions } from '../frame/options.js';
import { hasLibrary } from '../frame/peer-libraries.js';
import { peerLines, scriptLines } from '../frame/processes.js';
import { runRows } from '../frame/run-rows.js';
import { agreement } from './agreement.js';
import { writeData } from './data.js';
import type { Found } from './found.js';
import { type EvaluateRow, rows } from './rows.js';

interface Scored extends Measured {
  readonly found: Found;
}

const SECONDS = 600;
const options = benchOptions(rows.map(({ work }) => work));
const folder = mkdtempSync(path.join(tmpdir(), 'kshot-evaluate-'));
try {
  writeData(folder);
  await runRows(rows, options, measure);
} finally {
  rmSync(folder, { recursive: true });
}

function measure({ work, peer, script = 'ours.ts', target, long }: EvaluateRow): void {
  const before = load();
  const theirs: Record<string, Scored> = {};
  let ours: Scored | undefined;
  for (let turn = 0; turn < (long ? 1 : options.rounds); turn++) {
    const [own] = scriptLines<Scored>(new URL(script, import.meta.url), [work, long ? 2 : 10], SECONDS);
    // The first round of a process compiles.
    if (own) ours = addRound(ours, { ...own, samples: own.samples.slice(1) });
    if (!peer || !hasLibrary(peer.library)) continue;
    const asked = [work, folder, long ? 1 : 3];
    for (const { way, ...line } of peerLines<Scored & { way: string }>(
      new URL(`peers/${peer.script}`, import.meta.url),
      asked,
      SECONDS,
    ))
      theirs[way] = addRound(theirs[way], line);
  }
  if (!ours) throw new Error('nothing was measured');
  const line = benchLine({ work, unit: 's' }, ours, theirs, before);
  const best = fastestOf(theirs)?.[1];
  const agreed = best ? agreement(ours.found, best.found) : undefined;
  if (agreed && !agreed.same) process.exitCode = 1;
  if (options.json) {
    console.log(JSON.stringify({ ...line, target, agreed }));
    return;
  }
  console.log(
    `${benchText(line)}, target ${'ratio' in target ? `ratio ${target.ratio}` : `${target.seconds} s`}`,
  );
  if (agreed) console.log(`  ${agreed.words}`);
  if ('standings' in ours.found)
    for (const [name, value, low, high] of ours.found.standings)
      console.log(`  ${name} ${percent(value)} % [${percent(low)}, ${percent(high)}]`);
}

function percent(share: number): string {
  return (100 * share).toFixed(2);
}
