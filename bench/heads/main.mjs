// npm run bench -- heads [HEAD…] [--rounds 3]: a fit and its scores at three sizes, in turn with scikit-learn, one thread each.
// `ratio` is ours over theirs in time.
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { hasLibrary, linesOf, python } from '../processes.mjs';
import { median } from '../samples.mjs';
import { heads, sizes } from './works.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' } },
});
const script = (name) => fileURLToPath(new URL(name, import.meta.url));
const without = ['PROTOTYPE_HEAD', 'TABLE_ENSEMBLE']; // scikit-learn has no such head
const rounds = Number(values.rounds);

for (const [kind, list] of Object.entries(sizes))
  for (const size of list) {
    const folder = mkdtempSync(path.join(tmpdir(), 'kshot-heads-'));
    linesOf(process.execPath, [script('write-data.mjs'), JSON.stringify(size), folder], 120);
    const { rows, columns, classes, scored } = size;
    console.log(
      `${rows} x ${columns}, ${classes} classes, ${scored} scored (load ${loadavg()[0].toFixed(1)})`,
    );
    for (const head of heads[kind].filter((name) => positionals.length === 0 || positionals.includes(name)))
      compare(head, size, folder);
    rmSync(folder, { recursive: true });
  }

function compare(head, size, folder) {
  const own = { samples: [], accuracy: 0 };
  const theirs = { samples: [], accuracy: 0 };
  for (let turn = 0; turn < rounds; turn++) {
    const [line] = linesOf(process.execPath, [script('ours.mjs'), head, JSON.stringify(size), 3], 600);
    own.samples.push(...line.samples.slice(1)); // the first one compiles
    own.accuracy = line.accuracy;
    if (without.includes(head) || !hasLibrary('sklearn')) continue;
    const [other] = linesOf(python, [script('sklearn_peer.py'), head, JSON.stringify(size), folder, 2], 600);
    theirs.samples.push(...other.samples);
    theirs.accuracy = other.accuracy;
  }
  const seconds = median(own.samples);
  const words = `  ${head.padEnd(20)} ${seconds.toFixed(3)} s, ${(100 * own.accuracy).toFixed(1)} % right`;
  if (theirs.samples.length === 0) return console.log(words);
  const other = median(theirs.samples);
  console.log(
    `${words}; scikit-learn ${other.toFixed(3)} s, ${(100 * theirs.accuracy).toFixed(1)} %: ratio ${(seconds / other).toFixed(2)}`,
  );
}
