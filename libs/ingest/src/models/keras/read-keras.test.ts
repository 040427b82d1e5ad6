import '@tensorflow/tfjs-backend-cpu';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eagerEngine, predictor } from '@kshot/fewshot';
import { ready } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { readKeras } from './read-keras.js';

beforeAll(() => ready());
const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

test.each(['pretrained_model', 'residual', 'branched'])(
  '%s.h5 answers as Keras does, to 1e-5',
  async (name) => {
    const { network, weights } = await readKeras(fixture(`${name}.h5`));
    const { x, shape, y } = JSON.parse(readFileSync(fixture(`${name}.json`), 'utf8')) as {
      x: number[];
      shape: number[];
      y: number[][];
    };
    expect(network.inputShape).toEqual(shape.slice(1));
    const input = { modality: 'TABLE', columns: [] } as const;
    const model = predictor(eagerEngine(), { input, network, weights, classes: ['a', 'b', 'c'] });
    const answers = model.probabilities({ shape, values: Float32Array.from(x) });
    answers.forEach((answer, i) => {
      answer.forEach((probability, k) => {
        expect(Math.abs(probability - (y[i]?.[k] as number))).toBeLessThan(1e-5);
      });
    });
  },
);

test('a layer that is not known is named', async () => {
  await expect(readKeras(fixture('unreadable.h5'))).rejects.toMatchObject({
    code: 'DATA_FORMAT',
    message: expect.stringContaining('Conv2DTranspose'),
  });
});

test('what is no HDF5 file is refused', async () => {
  await expect(readKeras(fixture('originals.py'))).rejects.toMatchObject({ code: 'DATA_FORMAT' });
});
