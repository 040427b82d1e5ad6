import { describe, expect, test } from 'vitest';
import { editRows } from './edit-rows.js';
import { versionEdit } from './version-edit.js';

const classes = [
  { name: 'cat', group: null, count: 5 },
  { name: 'dog', group: null, count: 5 },
];
/** Five cats, five dogs, two without a class; the last of each class is for the test. */
const base = (split = 'default') => ({
  manifest: { classes, splits: [{ name: split, seed: 1, parts: ['train', 'test'] }], unlabelled: 2 },
  labels: Int32Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 1),
  parts: { [split]: Uint8Array.of(0, 0, 0, 0, 1, 0, 0, 0, 0, 1) },
});
const edited = (changes: object, added: (string | null)[] = [], split?: string) => {
  const { manifest, labels, parts, from } = editRows(base(split), versionEdit.parse(changes), added);
  return {
    classes: manifest.classes.map(({ name, count }) => `${name} ${count}`),
    labels: [...labels],
    part: [...parts[split ?? 'default']!],
    from: [...from],
    unlabelled: manifest.unlabelled ?? 0,
  };
};

describe('an edit of a version', () => {
  test('keeps order: the old ones, newly labelled ones, added ones, then those without a class', () => {
    expect(edited({ removed: [0], moved: [[11, 'dog']] }, ['cat', null])).toEqual({
      classes: ['cat 5', 'dog 6'],
      labels: [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0],
      part: [0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0],
      from: [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 10, 13],
      unlabelled: 2,
    });
  });

  test('gives a new class its share of the test part where Kshot made the split', () => {
    const { part, labels } = edited({}, ['fish', 'fish', 'fish', 'fish', 'fish']);
    expect(part.filter((_, i) => labels[i] === 2).sort()).toEqual([0, 0, 0, 0, 1]);
  });

  test('puts new examples into training where the file named the split', () => {
    const { part, labels } = edited({}, ['fish', 'fish', 'fish', 'fish', 'fish'], 'given');
    expect(part.filter((_, i) => labels[i] === 2)).toEqual([0, 0, 0, 0, 0]);
  });

  test('swaps the names of two classes', () => {
    const renamed = [
      ['cat', 'dog'],
      ['dog', 'cat'],
    ];
    expect(edited({ renamed }).labels).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
  });

  test('keeps examples of a removed class that are moved', () => {
    expect(edited({ removedClasses: ['cat'], moved: [[0, 'fish']] }).classes).toEqual(['dog 5', 'fish 1']);
  });

  test('needs two classes', () => {
    expect(() => edited({ removedClasses: ['cat'] })).toThrow('fewer than two classes');
  });

  test('divides the first examples that get a class into a part for training and one for the test', () => {
    const rows = {
      manifest: { classes: [], splits: base().manifest.splits, unlabelled: 10 },
      labels: new Int32Array(0),
      parts: { default: new Uint8Array(0) },
    };
    const moved = Array.from({ length: 10 }, (_, row) => [row, row < 5 ? 'cat' : 'dog'] as const);
    const { parts } = editRows(rows, versionEdit.parse({ moved }), []);
    expect([...parts.default!].filter((part) => part === 1)).toHaveLength(2);
  });
});
