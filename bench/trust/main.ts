// npm run bench -- trust [labels] [coverage] [foreign] [calibration] [characters] [clothing10] [clinc150] [simulated] [wine] [digits8x8] [--model FILE]
// [--steps N] [--seeds N] [--repeats N] [--draws N] [--json]
// The characters' backbone is trained first, in a minute or two; --model keeps it in a file, or takes it from there.
import { loadBackend, threadsFor } from '@kshot/native';
import { benchOptions } from '../frame/options.js';
import { calibration } from './calibration.js';
import { coverage } from './coverage.js';
import { foreign } from './foreign.js';
import { labelDoctor } from './labels.js';
import type { TrustOptions } from './options.js';
import { sets } from './sets.js';

const works = { labels: labelDoctor, coverage };
/** What draws data sets of its own. */
const alone = { foreign, calibration };
const options = benchOptions([...Object.keys(works), ...Object.keys(alone), ...Object.keys(sets)], {
  own: { model: '', steps: '3000', seeds: '5', draws: '100', repeats: '2' },
});
const number = (name: string): number => Number(options.value(name));
const model = options.text('model');
const asked: TrustOptions = {
  ...(model ? { model } : {}),
  steps: number('steps'),
  seeds: number('seeds'),
  draws: number('draws'),
  repeats: number('repeats'),
  json: options.json,
};
await loadBackend({ threads: threadsFor('convolutions') });
const named = Object.entries(alone).filter(([name]) => options.named.includes(name));
for (const [, measure] of named) await measure(asked);
if (named.length > 0) process.exit(0);
for (const find of chosen(sets)) {
  const set = await find(asked);
  if (set) for (const measure of chosen(works)) measure(set, asked);
}
process.exit(0);

/** Those that are named; all where none is. */
function chosen<Work>(all: Readonly<Record<string, Work>>): Work[] {
  const named = Object.entries(all).filter(([name]) => options.named.includes(name));
  return (named.length > 0 ? named : Object.entries(all)).map(([, work]) => work);
}
