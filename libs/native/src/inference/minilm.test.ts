import { readFileSync } from 'node:fs';
import { textEncoder } from '@kshot/fewshot';
import { beforeAll, expect, test } from 'vitest';
import { loadBackend } from '../backend.js';

const { texts, values }: { texts: string[]; values: number[][] } = JSON.parse(
  readFileSync(new URL('fixtures/minilm.json', import.meta.url), 'utf8'),
);

beforeAll(async () => {
  await loadBackend({ threads: { intra: 1, inter: 1 } });
});

test('MiniLM by our own layers gives the vectors that PyTorch computes of the same weights', () => {
  const found = textEncoder('MINILM_L6')(texts);
  const error = values.flat().map((value, i) => Math.abs(value - (found.values[i] as number)));
  expect(found.shape).toEqual([texts.length, 384]);
  expect(Math.max(...error)).toBeLessThan(1e-5);
});

test('beside USE Lite each half is the encoder alone, of length √½', () => {
  const spoken = texts.filter((text) => text.trim() !== '');
  const found = textEncoder('MINILM_L6_USE_LITE')(spoken);
  expect(found.shape).toEqual([spoken.length, 896]);
  const [miniLm, useLite] = (['MINILM_L6', 'USE_LITE'] as const).map((name) => textEncoder(name)(spoken));
  for (const [from, { shape, values: alone }] of [[0, miniLm!] as const, [384, useLite!] as const])
    for (const i of spoken.keys()) {
      const dim = shape[1] as number;
      const half = found.values.subarray(i * 896 + from, i * 896 + from + dim);
      const own = alone.subarray(i * dim, (i + 1) * dim);
      const product = own.reduce((sum, value, j) => sum + value * (half[j] as number), 0);
      expect(product).toBeCloseTo(Math.SQRT1_2, 4);
    }
});

test('a text has the same vector alone and among others', () => {
  const [alone, among] = [textEncoder('MINILM_L6')(texts.slice(4, 5)), textEncoder('MINILM_L6')(texts)];
  const own = among.values.subarray(4 * 384, 5 * 384);
  const error = Array.from(alone.values, (value, i) => Math.abs(value - (own[i] as number)));
  expect(Math.max(...error)).toBeLessThan(1e-5);
});
