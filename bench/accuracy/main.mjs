import { loadBackend, threadsFor } from '@kshot/native';
import { images } from './files/images.mjs';
import { tables } from './files/tables.mjs';
import { texts } from './files/texts.mjs';
import { charactersLake } from './lake.mjs';
import { charactersMaml } from './maml.mjs';
import { charactersMethods } from './methods.mjs';
import { charactersProtonet } from './protonet.mjs';

// main.mjs ROW [--seconds N | --steps N] [--finish N] [--save FILE | --model FILE] [--start MODEL] [--episodes N] [--threads N] [--set NAME=VALUE]…
// [--validate] [--leave-out ALPHABET] [--split SEED] [--json]
// main.mjs --images FILE.zip | --text FILE.csv | --table FILE.csv [--model NAME] [--protocol episodes|draws|leave-one-out|rotated|lake] [--heads NAME,NAME] [--looks ONE|SIX] [--ways N] [--shots N,N]
// [--all-shots N] [--draws N] [--episodes N] [--seed N] [--json]; of texts, a head may be `names` (kernel ridge, with names of
// classes as examples where they help) or `tuned` (the encoder trained on each draw)
const rows = {
  'characters-protonet': [charactersProtonet, 'convolutions'],
  'characters-lake': [charactersLake, 'convolutions'],
  'characters-maml': [charactersMaml, 'meta-batch'],
  'characters-methods': [charactersMethods, 'convolutions'],
};
const args = process.argv.slice(2);
const text = (name) => (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : undefined);
const number = (name) => (text(name) === undefined ? undefined : Number(text(name)));
const names = Object.keys(rows).filter((name) => args.includes(name));
const files = { images, text: texts, table: tables };
const kinds = Object.keys(files).filter((kind) => text(kind) !== undefined);
if (names.length === 0 && kinds.length === 0) {
  console.error(
    `Name one of: ${Object.keys(rows).join(', ')}, or give --${Object.keys(files).join(' or --')} FILE`,
  );
  process.exit(1);
}
const given = Object.fromEntries(
  args.flatMap((arg, i) => {
    if (arg !== '--set') return [];
    const [name, value] = args[i + 1].split('=');
    return [[name, /^[\d.[{-]|^(true|false)$/.test(value) ? JSON.parse(value) : value]];
  }),
);
const options = {
  ...Object.fromEntries(
    ['steps', 'seconds', 'finish'].flatMap((name) =>
      number(name) === undefined ? [] : [[name, number(name)]],
    ),
  ),
  save: text('save'),
  model: text('model'),
  start: text('start'),
  episodes: number('episodes') ?? 1000,
  json: args.includes('--json'),
  validate: args.includes('--validate'),
  leaveOut: text('leave-out'),
  split: number('split'),
  given,
};
const threads = threadsFor(names.length > 0 ? rows[names[0]][1] : 'inference', number('threads'));
const backend = await loadBackend({ threads });
console.error(`${backend.name} ${backend.version}, threads ${JSON.stringify(backend.threads)}`);
for (const name of names) await rows[name][0](options);
const asked = {
  model: text('model'),
  protocol: text('protocol'),
  ways: number('ways') ?? 5,
  shots: (text('shots') ?? '1,5').split(',').map(Number),
  allShots: number('all-shots') ?? 10,
  episodes: number('episodes') ?? 1000,
  ...(number('draws') ? { draws: number('draws') } : {}),
  seed: number('seed') ?? 1,
  heads: text('heads')?.split(','),
  looks: text('looks')?.split(','),
  json: args.includes('--json'),
};
for (const kind of kinds) await files[kind](text(kind), asked);
process.exit(0);
