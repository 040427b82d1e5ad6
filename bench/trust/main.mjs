import { loadBackend, threadsFor } from '@kshot/native';
import { sets } from './backbone.mjs';
import { coverage } from './coverage.mjs';
import { foreign } from './foreign.mjs';
import { labelDoctor } from './labels.mjs';

// main.mjs [labels coverage foreign] [characters clothing10 clinc150 simulated wine digits8x8] [--model FILE] [--steps N] [--seeds N] [--repeats N] [--draws N] [--json]
// The characters' backbone is trained first, in a minute or two; --model keeps it in a file, or takes it from there.
const args = process.argv.slice(2);
const text = (name) => (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : undefined);
const number = (name, otherwise) => Number(text(name) ?? otherwise);
const works = { labels: labelDoctor, coverage };
const chosen = (all) => {
  const named = Object.keys(all).filter((name) => args.includes(name));
  return named.length > 0 ? named : Object.keys(all);
};
const options = {
  model: text('model'),
  steps: number('steps', 3000),
  seeds: number('seeds', 5),
  draws: number('draws', 100),
  repeats: number('repeats', 2),
  json: args.includes('--json'),
};
await loadBackend({ threads: threadsFor('convolutions') });
if (args.includes('foreign')) {
  await foreign(options);
  process.exit(0);
}
for (const name of chosen(sets)) {
  const set = await sets[name](options);
  if (!set) continue;
  for (const work of chosen(works)) works[work](set, options);
}
process.exit(0);
