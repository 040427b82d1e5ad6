// node compare.mjs FILE: compares tokens and features of the model file with those of the original, which original.py beside original.json computed. Fails where a token or a feature (by more than 1e-4) differs.
import { readFileSync } from 'node:fs';
import { decodeArrays, registerTokenizer } from '@kshot/domain';
import { tokenEncoder, tokenizerOf } from '@kshot/fewshot';
import { loadBackend } from '@kshot/native';

const stored = JSON.parse(
  readFileSync(
    new URL('../../libs/ingest/src/models/use-multilingual/fixtures/original.json', import.meta.url),
    'utf8',
  ),
);
await loadBackend({});
const { metadata, arrays } = decodeArrays(readFileSync(process.argv[2] ?? 'model.safetensors'));
const { network } = JSON.parse(metadata.manifest ?? '');
const { tokens } = tokenizerOf(registerTokenizer(metadata.tokenizer ?? ''));
const found = stored.texts.map((/** @type {string} */ text) => tokens(text, 1000));
const other = found.filter(
  (/** @type {number[]} */ one, /** @type {number} */ i) => one.join() !== stored.tokens[i].join(),
).length;
const { values } = tokenEncoder(network, arrays).encode(found.slice(0, stored.features.length));
let largest = 0;
for (const [i, text] of stored.features.entries()) {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  const expected = new Float32Array(bytes.buffer);
  for (const [k, value] of expected.entries())
    largest = Math.max(largest, Math.abs(value - values[i * expected.length + k]));
}
console.log(
  `${found.length} texts, ${other} with other tokens; features of ${stored.features.length} differ by ${largest} at most`,
);
if (other > 0 || !(largest <= 1e-4)) process.exitCode = 1;
