import '@tensorflow/tfjs-backend-cpu';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { eagerEngine, predictor } from '@kshot/fewshot';
import { ready } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { storedZip } from '../../inspect/fixtures/stored-zip.js';
import { readForeignModel } from '../read-foreign-model.js';
import { readKeras } from './read-keras.js';

beforeAll(() => ready());
const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

test.each([
  ...['pretrained_model.h5', 'residual.h5', 'branched.h5'],
  ...['nested.h5', 'nested.keras', 'sigmoid.keras'],
])('%s answers as Keras does, to 1e-5', async (name) => {
  const { network, weights } = await readForeignModel(fixture(name));
  const { x, shape, y } = JSON.parse(readFileSync(fixture(`${name.split('.')[0]}.json`), 'utf8')) as {
    x: number[];
    shape: number[];
    y: number[][];
  };
  expect(network.inputShape).toEqual(shape.slice(1));
  const input = { modality: 'TABLE', columns: [] } as const;
  const model = predictor(eagerEngine(), {
    input,
    network,
    weights,
    classes: ['a', 'b', 'c'].slice(0, Math.max(2, y[0]!.length)),
  });
  const answers = model.probabilities({ shape, values: Float32Array.from(x) });
  answers.forEach((answer, i) => {
    const wanted = y[i] as number[];
    // One sigmoid stands for two classes.
    const both = wanted.length === 1 ? [1 - wanted[0]!, wanted[0]!] : wanted;
    answer.forEach((probability, k) => {
      expect(Math.abs(probability - both[k]!)).toBeLessThan(1e-5);
    });
  });
});

test('a layer that is not known is named', async () => {
  await expect(readKeras(fixture('unreadable.h5'))).rejects.toMatchObject({
    code: 'DATA_FORMAT',
    message: expect.stringContaining('Conv2DTranspose'),
  });
});

test('a ZIP with a model and its labels gives the names of the classes', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kshot-model-'));
  const file = path.join(folder, 'model.zip');
  writeFileSync(
    file,
    storedZip([
      { name: 'keras_model.h5', data: readFileSync(fixture('nested.h5')) },
      { name: 'labels.txt', data: Buffer.from('0 Apple\n1 Red onion\n2 Tomato\n') },
    ]),
  );
  expect((await readForeignModel(file)).classes).toEqual(['Apple', 'Red onion', 'Tomato']);
  rmSync(folder, { recursive: true });
});

test.each([
  ['ONNX', Buffer.from('\x08\x07\x12\x07pytorch\x1a\x05', 'latin1')],
  ['PyTorch', Buffer.from([0x80, 2, 0x63, 0x74])],
  ['TensorFlow Lite', Buffer.from('\x1c\0\0\0TFL3', 'latin1')],
])('a file of %s is named for what it is', async (name, bytes) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kshot-model-'));
  const file = path.join(folder, 'model');
  writeFileSync(file, bytes);
  await expect(readForeignModel(file)).rejects.toMatchObject({
    code: 'DATA_FORMAT',
    message: expect.stringContaining(name),
  });
  rmSync(folder, { recursive: true });
});

test('what is no HDF5 file is refused', async () => {
  await expect(readKeras(fixture('originals.py'))).rejects.toMatchObject({ code: 'DATA_FORMAT' });
});
