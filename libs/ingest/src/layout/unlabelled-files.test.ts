import { describe, expect, test } from 'vitest';
import { placeFiles } from './place-files.js';

const reasonsOf = (...paths: string[]) =>
  placeFiles(paths).placings.map((placing) => ('reason' in placing ? placing.reason : placing.className));

describe('files without a class', () => {
  test('a folder called unlabelled beside classes', () => {
    expect(
      reasonsOf('cat/1.png', 'cat/2.png', 'dog/1.png', 'unlabelled/1.png', 'Unlabeled data/2.png'),
    ).toEqual(['cat', 'cat', 'dog', 'UNLABELLED', 'UNLABELLED']);
  });

  test('a test folder without classes', () => {
    expect(reasonsOf('train/cat/1.png', 'train/dog/1.png', 'test/1.png')).toEqual([
      'cat',
      'dog',
      'UNLABELLED',
    ]);
  });

  test('a class that is called prediction stays a class', () => {
    expect(reasonsOf('prediction/1.png', 'fact/1.png')).toEqual(['prediction', 'fact']);
  });
});
