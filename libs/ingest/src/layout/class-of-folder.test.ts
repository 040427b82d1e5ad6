import { describe, expect, test } from 'vitest';
import { classesOfFolders } from './class-of-folder.js';

const shown = (paths: readonly string[], known: readonly string[], takesNew = true) =>
  paths.map(classesOfFolders(paths, new Set(known), takesNew));

describe('the class that folders name', () => {
  test('is a known one, with its group, else the innermost that means no part', () => {
    expect(shown(['a/greek/alpha/1.png', 'train/beta/2.png'], ['greek/alpha'])).toEqual([
      'greek/alpha',
      'beta',
    ]);
    expect(shown(['train/beta/2.png', '1.png'], ['greek/alpha'], false)).toEqual([null, null]);
  });

  test('has no ending of Teachable Machine, as in an import', () => {
    expect(shown(['cat-samples/1.png', 'dog-samples/2.png'], ['cat'])).toEqual(['cat', 'dog']);
    expect(shown(['cat-samples/1.png'], ['cat', 'dog'], false)).toEqual(['cat']);
    expect(shown(['cat-samples/1.png'], ['cat-samples'])).toEqual(['cat-samples']);
  });
});
