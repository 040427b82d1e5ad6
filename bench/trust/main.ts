// npm run bench -- trust [labels] [coverage] [foreign] [characters] [clothing10] [clinc150] [simulated] [wine] [digits8x8] [--model FILE]
// [--steps N] [--seeds N] [--repeats N] [--draws N] [--json]
// The characters' backbone is trained first, in a minute or two; --model keeps it in a file, or takes it from there.
import { loadBackend, threadsFor } from '@kshot/native';
import { benchOptions } from '../frame/options.js';
import { coverage } from './coverage.js';
import { foreign } from './foreign.js';
import { labelDoctor } from './labels.js';
import type { TrustOptions } from './options.js';
import { sets } from './sets.js';

const works = { labels: labelDoctor, coverage };
const options = benchOptions([...Object.keys(works), 'foreign', ...Object.keys(sets)], {
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
if (options.named.includes('foreign')) {
  await foreign(asked);
  process.exit(0);
}
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
