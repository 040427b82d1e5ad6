import { expect, test } from 'vitest';
import { inputBytes, inputFrom } from './input-bytes.js';

test.each([
  ['IMAGE', { image: Buffer.from([0, 255, 3]) }],
  ['TEXT', { text: 'grüße\n\u0000' }],
  [
    'TABLE',
    {
      row: [
        { column: 'größe', value: '1,5' },
        { column: 'b', value: null },
      ],
    },
  ],
] as const)('an input of %s is read as it was', (modality, input) => {
  expect(inputFrom(modality, inputBytes(input))).toEqual(input);
});
