import { describe, expect, test } from 'vitest';
import { type Change, isClassName, outcomeOf } from './changes';

const inputOf = (...changes: Change[]) => outcomeOf(changes).input;
const nothing = {
  renameClasses: [],
  mergeClasses: [],
  removeClasses: [],
  addClasses: [],
  relabel: [],
  remove: [],
};

describe('changes that are not saved yet', () => {
  test('a later class of an example counts', () => {
    expect(
      inputOf(
        { kind: 'RELABEL', ids: ['1', '2'], class: 'dog' },
        { kind: 'RELABEL', ids: ['1'], class: 'bird' },
      ),
    ).toEqual({
      ...nothing,
      addClasses: ['bird', 'dog'],
      relabel: [
        { exampleId: '1', class: 'bird' },
        { exampleId: '2', class: 'dog' },
      ],
    });
  });

  test('an example that is deleted is not moved', () => {
    expect(inputOf({ kind: 'RELABEL', ids: ['1'], class: 'dog' }, { kind: 'REMOVE', ids: ['1'] })).toEqual({
      ...nothing,
      remove: ['1'],
    });
  });

  test('what was moved to a class goes by its later name', () => {
    expect(
      inputOf({ kind: 'RELABEL', ids: ['1'], class: 'dog' }, { kind: 'RENAME', class: 'dog', name: 'hound' }),
    ).toEqual({
      ...nothing,
      renameClasses: [{ class: 'dog', name: 'hound' }],
      addClasses: ['hound'],
      relabel: [{ exampleId: '1', class: 'hound' }],
    });
  });

  test('a class that is renamed and then merged is merged', () => {
    expect(
      inputOf(
        { kind: 'RENAME', class: 'cat', name: 'kitten' },
        { kind: 'MERGE', class: 'kitten', into: 'dog' },
      ),
    ).toEqual({ ...nothing, mergeClasses: [{ classes: ['cat'], into: 'dog' }] });
  });

  test('names can be swapped', () => {
    const { renameClasses } = inputOf(
      { kind: 'RENAME', class: 'cat', name: 'x' },
      { kind: 'RENAME', class: 'dog', name: 'cat' },
      { kind: 'RENAME', class: 'x', name: 'dog' },
    );
    expect(new Set(renameClasses)).toEqual(
      new Set([
        { class: 'cat', name: 'dog' },
        { class: 'dog', name: 'cat' },
      ]),
    );
  });

  test('a name that a class was given is taken, and the one that it had is free', () => {
    const outcome = outcomeOf([{ kind: 'RENAME', class: 'cat', name: 'kitten' }]);
    const taken = ['cat', 'kitten', 'dog', 'fish'].filter((name) =>
      isClassName(outcome, ['cat', 'dog'], name),
    );
    expect(taken).toEqual(['kitten', 'dog']);
  });
});
