import { DomainError, readable } from '@kshot/domain';
import { exampleNames, findRow, getRow, type Store, settleInspection } from '@kshot/store';
import type { InspectTask } from '../attempt/protocol.js';
import type { Kind } from './kind.js';

/** Looks at an upload before its import, or before it is added to a version. */
export const inspection: Kind = {
  name: 'inspection',
  atOnce: 3,
  minutes: 2,
  async load(store, { subject }) {
    const { request, uploadId } = await getRow(store, 'inspection', subject);
    const upload = await getRow(store, 'upload', uploadId);
    const { addTo, ...asked } = readable(request, 'The inspection');
    return {
      kind: 'inspect',
      blobDir: store.blobs.dir,
      uploadHash: upload.sha256!,
      request: asked,
      ...(addTo ? { add: await addedTo(store, addTo) } : {}),
    };
  },
  async keep(_store, held, message) {
    if (message.kind === 'inspected')
      return { settle: (client) => settleInspection(client, held.subject, message.plan) };
    return 'STORED';
  },
};

async function addedTo(
  store: Store,
  { versionId, className }: { versionId: string; className: string | null },
): Promise<NonNullable<InspectTask['add']>> {
  const version = await findRow(store, 'dataSetVersion', versionId);
  if (!version?.manifest)
    throw new DomainError(
      'NOT_FOUND',
      'The version that the file is added to was deleted. Choose another one.',
    );
  const { modality, image, columns, classes } = version.manifest;
  return {
    className,
    to: { modality, image, columns, classes: classes.map(({ name }) => name) },
    keys: (await exampleNames(store.pool, versionId)).keys,
  };
}
