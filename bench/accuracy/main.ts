// npm run bench -- accuracy ROW… [--seconds N | --steps N] [--finish N] [--save FILE | --model FILE] [--start MODEL] [--episodes N] [--threads N]
// [--set NAME=VALUE]… [--validate] [--leave-out ALPHABET] [--split SEED] [--json]
// npm run bench -- accuracy --images FILE.zip | --text FILE.csv | --table FILE.csv | --words FILE.csv [--model NAME [--beside NAME]] [--protocol episodes|draws|leave-one-out|rotated|lake]
// [--heads NAME,NAME] [--looks ONE|SIX] [--ways N] [--shots N,N] [--all-shots N] [--draws N] [--episodes N] [--seed N] [--json]; of texts, a head may be
// `names` (kernel ridge, with names of classes as examples where they help) or `tuned` (the encoder trained on each draw);
// --beside scores the head on two backbones, each alone and both together
import { loadBackend, threadsFor } from '@kshot/native';
import { benchOptions } from '../frame/options.js';
import { images } from './files/images.js';
import { tables } from './files/tables.js';
import { texts } from './files/texts.js';
import { words } from './files/words.js';
import { charactersLake } from './lake.js';
import { charactersMaml } from './maml.js';
import { charactersMethods } from './methods.js';
import { asked, characterOptions, fileOptions } from './options.js';
import { charactersProtonet } from './protonet.js';

const rows = [
  { work: 'characters-protonet', run: charactersProtonet, threads: 'convolutions' },
  { work: 'characters-lake', run: charactersLake, threads: 'convolutions' },
  { work: 'characters-maml', run: charactersMaml, threads: 'meta-batch' },
  { work: 'characters-methods', run: charactersMethods, threads: 'convolutions' },
] as const;
const files = { images, text: texts, table: tables, words };

const options = benchOptions(
  rows.map(({ work }) => work),
  asked,
);
const named = rows.filter(({ work }) => options.named.includes(work));
const given = Object.entries(files).flatMap(([kind, run]) => {
  const file = options.text(kind);
  return file ? [{ file, run }] : [];
});
if (named.length === 0 && given.length === 0) {
  const kinds = Object.keys(files).join(' or --');
  console.error(`Name one of: ${rows.map(({ work }) => work).join(', ')}, or give --${kinds} FILE`);
  process.exit(1);
}
const threads = threadsFor(named[0]?.threads ?? 'inference', options.number('threads'));
const backend = await loadBackend({ threads });
console.error(`${backend.name} ${backend.version}, threads ${JSON.stringify(backend.threads)}`);
for (const { run } of named) await run(characterOptions(options));
for (const { file, run } of given) await run(file, fileOptions(options));
process.exit(0);
