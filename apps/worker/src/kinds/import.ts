import { DomainError, readable } from '@kshot/domain';
import {
  type DataSetVersion,
  discardDataSet,
  exampleNames,
  findRow,
  getRow,
  progressTask,
  type Store,
  settleImport,
} from '@kshot/store';
import type { Task } from '../attempt/protocol.js';
import { type Kind, stored } from './kind.js';

/** Makes a version out of a file, or out of another version. */
export const importing: Kind = {
  name: 'import',
  atOnce: 2,
  minutes: 60,
  load: async (store, { subject }) => taskOf(store, await getRow(store, 'dataSetVersion', subject)),
  async keep({ pool }, held, message) {
    if (message.kind === 'importing')
      return stored(await progressTask(pool, held, { progress: message.share }));
    if (message.kind === 'imported')
      return { settle: (client) => settleImport(client, held.subject, message.imported) };
    return 'STORED';
  },
  fail: (client, subject) => discardDataSet(client, subject),
};

async function taskOf(store: Store, { uploadHash, parentId, ...row }: DataSetVersion): Promise<Task> {
  const request = readable(row.request, 'The import');
  const { blobs, pool } = store;
  if (!request.edit) return { kind: 'import', blobDir: blobs.dir, uploadHash, request };
  const parent = parentId ? await findRow(store, 'dataSetVersion', parentId) : null;
  if (!parent?.hash)
    throw new DomainError('NOT_FOUND', 'The version that this one is made of was deleted. Edit another one.');
  return {
    kind: 'edit',
    blobDir: blobs.dir,
    parentHash: parent.hash,
    edit: request.edit,
    ...(await exampleNames(pool, parent.id)),
  };
}
