import type { ModelManifest } from '@kshot/domain';
import type { InputColumn, SentenceEncoderName } from '@kshot/fewshot';

const useLite = 'the Universal Sentence Encoder Lite of TensorFlow Hub';

/** Where the encoders that ship are from: whoever takes a model away needs theirs as well. */
const encoders: Readonly<Record<SentenceEncoderName, string>> = {
  MINILM_L6: 'sentence-transformers/all-MiniLM-L6-v2, at most 256 tokens',
  USE_LITE: useLite,
  MINILM_L6_USE_LITE: `sentence-transformers/all-MiniLM-L6-v2 (at most 256 tokens) with ${useLite} behind it, each half of length √½,`,
  POTION_BASE_8M: 'minishlab/potion-base-8M',
};

/** What is done with an example before the network sees it, in sentences: for whoever runs the network elsewhere. */
export function preparation({
  input,
  source,
}: Pick<ModelManifest, 'input' | 'source'>): [string, ...string[]] {
  switch (input.modality) {
    case 'IMAGE': {
      const first = source ?? input;
      const isAgain = first.height !== input.height || first.width !== input.width;
      return [
        `One picture, upright, scaled until it covers ${first.height} x ${first.width} pixels (height x width; Lanczos with three lobes), the rest cut off evenly, rounded to bytes.`,
        ...(input.frame === 'INK'
          ? ['Of that, what differs from the background, centred and brought to one size.']
          : []),
        ...(isAgain
          ? [
              `Then ${input.height} x ${input.width}: linearly between pixel centres where it grows, by the mean of the area where it shrinks, rounded to bytes.`,
            ]
          : []),
        `Numbers from 0 to 255, [N, ${input.height}, ${input.width}, ${input.channels}], ${input.channels === 1 ? 'grey' : 'red, green and blue'}.`,
      ];
    }
    case 'TEXT':
      if (input.encoder)
        return [
          `One text, as the ${input.features} numbers of length 1 that ${encoders[input.encoder]} gives: its weights are not among these files.`,
        ];
      return input.tokenizer
        ? [
            `One text, as the numbers of at most ${input.features} tokens that tokenizer.json gives; shorter ones are filled up with that of padding.`,
          ]
        : [
            `One text, as ${input.features} counts of hashed words and pieces of words, log(1 + count), of length 1.`,
          ];
    case 'TABLE':
      return [
        `One row with the columns ${input.columns.map(({ name }) => name).join(', ')}.`,
        'Numbers less their mean by their deviation, categories as 0 or 1 for each of their values, missing ones as 0, as the manifest in model.safetensors says; table_model.py and table_model.mjs do it.',
        ...input.columns.flatMap(columnNotes),
      ];
  }
}

/** What is special about the numbers of a column. */
function columnNotes(column: InputColumn): string[] {
  if (column.kind === 'TEXT' && column.components.length === 0)
    return [`The text "${column.name}" is no number: without it held-out examples were more likely.`];
  if (column.kind === 'TEXT')
    return [
      `The text "${column.name}" is ${column.components.length} numbers: inner products of the vector of length 1 that ${encoders[column.encoder]} gives with the directions in the manifest (signed bytes in base64), less their mean by their deviation. The encoder's weights are not among these files: table_model.py and table_model.mjs take its vector in place of the text.`,
    ];
  if (column.kind === 'NUMBER' && column.reading?.as === 'DATE')
    return [
      `The date "${column.name}" is the days since 1970${column.cycles ? `, and sine and cosine of 2π days / period for the periods of ${column.cycles.join(', ')} days` : ''}.`,
    ];
  return [];
}
