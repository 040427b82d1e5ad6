import { DomainError, importRequest } from '@kshot/domain';
import { type DataSetVersion, discardDataSet, progressTask, type Store, settleImport } from '@kshot/store';
import type { Task } from '../attempt/protocol.js';
import { type Kind, stored } from './kind.js';

/** Makes a version out of a file, or out of another version. */
export const importing: Kind = {
  name: 'import',
  load: async (store, { subject }) =>
    taskOf(store, await store.prisma.dataSetVersion.findUniqueOrThrow({ where: { id: subject } })),
  async keep({ pool }, held, message) {
    if (message.kind === 'importing')
      return stored(await progressTask(pool, held, { progress: message.share }));
    if (message.kind === 'imported')
      return { settle: (client) => settleImport(client, held.subject, message.imported) };
    return 'STORED';
  },
  fail: (client, subject) => discardDataSet(client, subject),
};

async function taskOf({ prisma, blobs }: Store, version: DataSetVersion): Promise<Task> {
  const { uploadHash, parentId } = version;
  const request = importRequest.parse(version.request);
  if (!request.edit) return { kind: 'import', blobDir: blobs.dir, uploadHash, request };
  const parent = parentId ? await prisma.dataSetVersion.findUnique({ where: { id: parentId } }) : null;
  if (!parent?.hash)
    throw new DomainError('NOT_FOUND', 'The version that this one is made of was deleted. Edit another one.');
  const examples = await prisma.example.findMany({
    where: { versionId: parent.id },
    orderBy: { index: 'asc' },
    select: { name: true, key: true },
  });
  return {
    kind: 'edit',
    blobDir: blobs.dir,
    parentHash: parent.hash,
    edit: request.edit,
    names: examples.map(({ name }) => name),
    keys: examples.map(({ key }) => (key === null ? null : Number(key))),
  };
}
