import { expect, test } from 'vitest';
import { outcomeOf } from './changes';
import { withChanges } from './with-changes';

const sent = { add: [], addFiles: [] };

test('an edit goes by the new names of classes, and counts where both move an example', () => {
  const waiting = outcomeOf([
    { kind: 'RENAME', class: 'rose', name: 'Rosa' },
    { kind: 'RELABEL', ids: ['1', '2'], class: 'tulip' },
    { kind: 'REMOVE', ids: ['3'] },
  ]);
  const edit = {
    versionId: 'v',
    addFiles: [{ uploadId: 'u', class: 'rose' }],
    addClasses: ['rose'],
    relabel: [{ exampleId: '1', class: 'rose' }],
  };
  expect(withChanges(edit, waiting, sent)).toEqual({
    versionId: 'v',
    renameClasses: [{ class: 'rose', name: 'Rosa' }],
    mergeClasses: [],
    removeClasses: [],
    addClasses: ['tulip', 'Rosa'],
    relabel: [
      { exampleId: '2', class: 'tulip' },
      { exampleId: '1', class: 'Rosa' },
    ],
    remove: ['3'],
    add: [],
    addFiles: [{ uploadId: 'u', class: 'Rosa' }],
  });
});
