import { expect, it } from 'vitest';
import { preparation } from './preparation.js';

const photo = { modality: 'IMAGE', height: 260, width: 260, channels: 3 } as const;

it('of a picture that is scaled twice, both sizes are said', () => {
  const said = preparation({ input: photo, source: { height: 84, width: 84, channels: 3 } }).join(' ');
  expect(said).toMatch(/covers 84 x 84 .* Then 260 x 260: linearly .* \[N, 260, 260, 3\]/);
});

it('of a picture that is scaled once, one size is said', () => {
  expect(preparation({ input: photo }).join(' ')).not.toContain('Then');
});

it('of a text, the encoder is named whose weights are elsewhere', () => {
  const [said] = preparation({ input: { modality: 'TEXT', features: 384, encoder: 'MINILM_L6' } });
  expect(said).toMatch(/384 numbers .*all-MiniLM-L6-v2.* not among these files/);
});

it('of a text that two encoders see, both are named with the length of their halves', () => {
  const input = { modality: 'TEXT', features: 896, encoder: 'MINILM_L6_USE_LITE' } as const;
  expect(preparation({ input })[0]).toMatch(
    /896 numbers .*MiniLM-L6-v2 .*Universal Sentence Encoder Lite .*√½/,
  );
});

it('of a row with words and dates, what their numbers are is said', () => {
  const component = { direction: '', mean: 0, deviation: 1 };
  const said = preparation({
    input: {
      modality: 'TABLE',
      columns: [
        {
          kind: 'TEXT',
          name: 'title',
          encoder: 'POTION_BASE_8M',
          components: [component, component],
          flagMissing: false,
        },
        {
          kind: 'NUMBER',
          name: 'when',
          mean: 0,
          deviation: 1,
          flagMissing: false,
          reading: { as: 'DATE', order: 'YMD' },
          cycles: [7],
        },
      ],
    },
  }).join(' ');
  expect(said).toMatch(/"title" is 2 numbers: inner products of .*potion-base-8M gives/);
  expect(said).toMatch(/"when" is the days since 1970, and sine and cosine of .* the periods of 7 days/);
});

it('names the file that cuts texts into tokens', () => {
  const input = { modality: 'TEXT', features: 256, tokenizer: '5c0ffee' } as const;
  expect(preparation({ input })[0]).toContain('tokens that tokenizer.json gives');
});
