// npm run bench -- heads [HEAD…] [--rounds 3] [--rows N] [--json]: a fit and its scores at three sizes, in turn with
// scikit-learn, one thread each. With --rows only the sizes of at most so many examples.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HeadMethod } from '@kshot/fewshot';
import { addRound, benchLine, benchText, load, type Measured } from '../frame/measurement.js';
import { benchOptions } from '../frame/options.js';
import { hasLibrary } from '../frame/peer-libraries.js';
import { peerLines, scriptLines } from '../frame/processes.js';
import { runRows } from '../frame/run-rows.js';
import { type Size, withoutPeer, works } from './works.js';
import { writeData } from './write-data.js';

interface Scored extends Measured {
  readonly accuracy: number;
}

const options = benchOptions([...new Set(works.flatMap(({ heads }) => heads))], { own: { rows: '20000' } });
for (const { sizes, heads } of works)
  for (const size of sizes.filter(({ rows }) => rows <= Number(options.value('rows')))) {
    const folder = mkdtempSync(path.join(tmpdir(), 'kshot-heads-'));
    try {
      writeData(size, folder);
      await runRows(
        heads.map((work) => ({ work })),
        options,
        ({ work }) => show(work, size, folder),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

function show(head: HeadMethod, size: Size, folder: string): void {
  const before = load();
  let ours: Scored | undefined;
  let theirs: Scored | undefined;
  for (let turn = 0; turn < options.rounds; turn++) {
    const asked = [head, JSON.stringify(size)];
    const [own] = scriptLines<Scored>(new URL('ours.ts', import.meta.url), [...asked, 3], 600);
    if (own) ours = addRound(ours, { ...own, samples: own.samples.slice(1) }); // the first one compiles
    if (withoutPeer.includes(head) || !hasLibrary('sklearn')) continue;
    const peer = new URL('sklearn_peer.py', import.meta.url);
    const [other] = peerLines<Scored>(peer, [...asked, folder, 2], 600);
    if (other) theirs = addRound(theirs, other);
  }
  if (!ours) throw new Error('nothing was measured');
  const { rows, columns, classes, scored } = size;
  const work = `${head} ${rows} x ${columns}, ${classes} classes, ${scored} scored`;
  const line = benchLine({ work, unit: 's' }, ours, theirs ? { 'scikit-learn': theirs } : {}, before);
  const accuracies = { accuracy: ours.accuracy, theirAccuracy: theirs?.accuracy ?? null };
  if (options.json) console.log(JSON.stringify({ ...line, ...accuracies }));
  else console.log(`${benchText(line)}\n  ${right(ours)} right${theirs ? `, theirs ${right(theirs)}` : ''}`);
}

function right({ accuracy }: Scored): string {
  return `${(100 * accuracy).toFixed(1)} %`;
}
