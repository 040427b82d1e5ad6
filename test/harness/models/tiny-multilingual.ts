import { readFileSync } from 'node:fs';
import path from 'node:path';
import { multilingualModel } from '@kshot/ingest';
import { upload } from '../data-sets.js';
import { type Kshot, root } from '../kshot.js';

const { arrays } = JSON.parse(
  readFileSync(path.join(root, 'libs/ingest/src/models/use-multilingual/fixtures/tiny.json'), 'utf8'),
) as { arrays: Record<string, { shape: number[]; type: string; values: number[] }> };

const WORDS = [
  '<unk>',
  '<s>',
  '</s>',
  '▁toca',
  '▁música',
  '▁enciende',
  '▁la',
  '▁luz',
  '▁por',
  '▁favor',
  '▁ya',
  '▁hoy',
];

/** Weights of the last layer, made small: as they are its tanh says nearly the same of all texts, and rounding tells classes. */
const floats = (name: string, values: readonly number[]): Float32Array =>
  Float32Array.from(values, (value) => (name === 'd3' || name === 'p3' ? 0.05 * value : value));

/** The file of a multilingual sentence encoder with random weights: 12 pieces, features of 6 numbers. */
export const tinyMultilingual = (): Buffer =>
  Buffer.concat([
    ...multilingualModel(
      Object.fromEntries(
        Object.entries(arrays).map(([name, { shape, type, values }]) => [
          name,
          { shape, values: type === 'uint8' ? Uint8Array.from(values) : floats(name, values) },
        ]),
      ),
      {
        pieces: WORDS.map((word, i) => [word, i < 3 ? 0 : -i]),
        charsmap: Buffer.of(4, 0, 0, 0, 0, 0, 0, 0),
      },
    ),
  ]);

const ENDS = ['', ' ya', ' hoy', ' por favor', ' ya hoy', ' hoy por favor', ' por favor ya', ' ya por favor'];
/** Sixteen texts of two classes in its words, as CSV. */
export const twoIntents = `text,label\n${ENDS.flatMap((end) => [
  `toca la música${end},music`,
  `enciende la luz${end},light`,
]).join('\n')}\n`;

/** Registers it as `npm run models -- add` registers the large one. */
export async function addTinyMultilingual(
  kshot: Kshot,
  name = 'universal-sentence-encoder-multilingual',
): Promise<string> {
  const uploadId = await upload(kshot, `${name}.safetensors`, tinyMultilingual());
  const { importModel } = await kshot.ask<{ importModel: { id: string } }>(
    'mutation ($input: ImportModelInput!) { importModel(input: $input) { id } }',
    { input: { uploadId, name } },
  );
  return importModel.id;
}
