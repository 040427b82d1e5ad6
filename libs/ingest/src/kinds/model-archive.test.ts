import { expect, test } from 'vitest';
import { assertNoModel } from './model-archive.js';

const named = (...names: string[]) => ({ entries: names.map((name) => ({ name })) }) as never;

test.each([
  ['Keras', ['metadata.json', 'config.json', 'model.weights.h5']],
  ['Hugging Face', ['bert/config.json', 'bert/tokenizer.json', 'bert/vocab.txt', 'bert/model.safetensors']],
  [
    'a SavedModel',
    ['saved_model.pb', 'variables/variables.index', 'variables/variables.data-00000-of-00001'],
  ],
  ['PyTorch', ['m/data.pkl', 'm/data/0', 'm/version']],
])('a model of %s is no data', (_, names) => {
  expect(() => assertNoModel(named(...names))).toThrow('page Models');
});

test.each([
  ['a project that holds one beside its pictures', ['model.weights.h5', 'cat/1.jpg', 'dog/2.jpg']],
  ['texts', ['good/1.txt', 'bad/2.txt']],
])('%s are data', (_, names) => {
  expect(() => assertNoModel(named(...names))).not.toThrow();
});
