import { expect, test } from 'vitest';
import { deletionsIn } from './watch-deletions.js';

const hints = ['mine Run 1', 'theirs Run 2', 'mine Model 3'];

test('a deletion is told to those who see its project alone', () => {
  expect(deletionsIn(['mine'], hints)).toEqual([
    { type: 'Run', id: '1' },
    { type: 'Model', id: '3' },
  ]);
});

test('who sees all projects hears of every deletion', () => {
  expect(deletionsIn(null, hints).map(({ id }) => id)).toEqual(['1', '2', '3']);
});
