import { loadavg } from 'node:os';
import { threadsFor } from '@kshot/native';
import { ours, peer } from './processes.mjs';
import { rows } from './rows.mjs';

// main.mjs [WORK…] [--json] [--threads=1,2] [--rounds=2] [--seconds=3] [--compile]
const flags = process.argv.slice(2).filter((arg) => arg.startsWith('--'));
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const option = (name, otherwise) =>
  flags.find((flag) => flag.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise;
const json = flags.includes('--json');
const seconds = Number(option('seconds', 3));

const sorted = (samples) => [...samples].sort((a, b) => a - b);
const at = (samples, share) =>
  sorted(samples)[Math.min(samples.length - 1, Math.floor(samples.length * share))];
const median = (samples) => at(samples, 0.5);
const spread = (samples) => `${at(samples, 0.25).toFixed(1)}…${at(samples, 0.75).toFixed(1)}`;
const mega = (bytes) => `${Math.round(bytes / 1e6)} MB`;
const say = (text) => (json ? undefined : console.log(text));

function compare({ work, unit, kind, target }, threads) {
  const split = threadsFor(kind, threads);
  const rate = unit.endsWith('/s');
  const found = { compiled: [], eager: [], peers: {} };
  let compiled;
  for (let round = 0; round < Number(option('rounds', 2)); round++) {
    say(`  load ${loadavg()[0].toFixed(2)}, round ${round + 1}`);
    compiled = ours(work, split, 'compiled', seconds);
    found.compiled.push(...compiled.samples);
    if (!rate && round === 0) found.eager.push(...ours(work, split, 'eager', seconds).samples);
    const others = rate
      ? []
      : peer('torch_peer.py', 'torch', [work, threads, seconds, ...(round === 0 ? flags : [])]);
    if (work === 'mlp-epoch' && round === 0) others.push(...peer('keras_peer.py', 'tensorflow', [threads]));
    for (const { way, samples, peakMemory } of others) {
      found.peers[way] ??= { samples: [], peakMemory };
      found.peers[way].samples.push(...samples);
    }
  }
  const [best] = Object.entries(found.peers).sort(([, a], [, b]) => median(a.samples) - median(b.samples));
  const theirs = best ? median(best[1].samples) : null;
  const mine = median(found.compiled);
  const eager = found.eager.length > 0 ? median(found.eager) : null;
  const line = {
    work,
    threads,
    unit,
    ours: mine,
    eager,
    peer: best?.[0] ?? null,
    theirs,
    ratio: theirs ? mine / theirs : null,
  };
  if (json) return console.log(JSON.stringify(line));
  say(`${work}, ${threads} threads (${split.intra} inside an op, ${split.inter} between)`);
  const first = `first call after ${compiled.compileSeconds.toFixed(1)} s, peak ${mega(compiled.peakMemory)}`;
  say(`  compiled ${mine.toFixed(1)} ${unit} (${spread(found.compiled)}), ${first}`);
  if (eager) say(`  eager    ${eager.toFixed(1)} ${unit} (${spread(found.eager)})`);
  for (const [way, { samples, peakMemory }] of Object.entries(found.peers))
    say(`  ${way} ${median(samples).toFixed(1)} ${unit} (${spread(samples)}), peak ${mega(peakMemory)}`);
  if (theirs)
    say(`  ratio ${line.ratio.toFixed(2)}, target ${target}${line.ratio <= target ? '' : '  MISSED'}`);
  if (compiled.peak) {
    const share = (mine * compiled.operationsPerExample) / compiled.peak;
    say(
      `  ${(share * 100).toFixed(0)} % of the ${(compiled.peak / 1e9).toFixed(0)} GFLOP/s of a matrix multiplication`,
    );
  }
}

const unknown = wanted.filter((name) => !rows.some(({ work }) => work === name));
if (unknown.length > 0)
  throw new Error(`no such work: ${unknown}; there are ${rows.map(({ work }) => work).join(', ')}`);
for (const row of rows.filter(({ work }) => wanted.length === 0 || wanted.includes(work)))
  for (const threads of option('threads', '1,2').split(',').map(Number)) compare(row, threads);
