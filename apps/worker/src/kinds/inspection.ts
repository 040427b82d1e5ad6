import { DomainError, inspectionRequest, type PackManifest } from '@kshot/domain';
import { type Store, settleInspection } from '@kshot/store';
import type { InspectTask } from '../attempt/protocol.js';
import type { Kind } from './kind.js';

/** Looks at an upload before its import, or before it is added to a version. */
export const inspection: Kind = {
  name: 'inspection',
  async load(store, { subject }) {
    const { request, upload } = await store.prisma.inspection.findUniqueOrThrow({
      where: { id: subject },
      include: { upload: true },
    });
    const { addTo, ...asked } = inspectionRequest.parse(request);
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
  { prisma }: Store,
  { versionId, className }: { versionId: string; className: string | null },
): Promise<NonNullable<InspectTask['add']>> {
  const version = await prisma.dataSetVersion.findUnique({ where: { id: versionId } });
  if (!version?.manifest)
    throw new DomainError(
      'NOT_FOUND',
      'The version that the file is added to was deleted. Choose another one.',
    );
  const { modality, columns, classes } = version.manifest as unknown as PackManifest;
  return { className, to: { modality, columns, classes: classes.map(({ name }) => name) } };
}
