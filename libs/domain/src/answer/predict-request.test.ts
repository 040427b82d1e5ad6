import { expect, test } from 'vitest';
import { limits } from '../limits.js';
import { readPredictRequest } from './predict-request.js';

/** What is said of a body, without the advice. */
const refusal = (body: string): string => {
  try {
    readPredictRequest(JSON.parse(body));
  } catch (error) {
    return (error as Error).message.split('. Send ')[0]!;
  }
  return 'accepted';
};

test.each(['__proto__', 'constructor', 'toString'])('a column may be called %s', (name) => {
  const { inputs } = readPredictRequest(JSON.parse(`{"inputs":[{"row":{"${name}":9,"b":null}}]}`));
  expect(inputs).toEqual([
    {
      row: [
        { column: name, value: '9' },
        { column: 'b', value: null },
      ],
    },
  ]);
});

test.each([
  ['no inputs', '{"inputs":[]}', 'inputs is empty'],
  [
    'too many inputs',
    JSON.stringify({ inputs: Array(limits.predictions + 1).fill({ text: 'a' }) }),
    `inputs has more items than ${limits.predictions}`,
  ],
  ['a low coverage', '{"inputs":[{"text":"a"}],"coverage":0.1}', 'coverage is less than 0.5'],
  ['a NUL', '{"inputs":[{"text":"\\u0000"}]}', 'inputs.0.text contains a NUL character'],
  [
    'a list in a cell',
    '{"inputs":[{"row":{"a":[1]}}]}',
    'inputs.0.row.a is not a string, number, boolean or null',
  ],
  [
    'a huge number',
    '{"inputs":[{"row":{"a":1e999}}]}',
    'inputs.0.row.a is too large a number: the largest is 3.4e38',
  ],
  [
    'a list as a row',
    '{"inputs":[{"row":[1]}]}',
    'inputs.0 has not exactly one of text, image and row, of its kind',
  ],
])('%s is refused in plain words', (_, body, message) => {
  expect(refusal(body)).toBe(message);
});
