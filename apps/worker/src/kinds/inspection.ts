import { importRequest } from '@kshot/domain';
import { settleInspection } from '@kshot/store';
import type { Kind } from './kind.js';

/** Looks at an upload before its import. */
export const inspection: Kind = {
  name: 'inspection',
  async load({ prisma, blobs }, { subject }) {
    const { request, upload } = await prisma.inspection.findUniqueOrThrow({
      where: { id: subject },
      include: { upload: true },
    });
    return {
      kind: 'inspect',
      blobDir: blobs.dir,
      uploadHash: upload.sha256!,
      request: importRequest.parse(request),
    };
  },
  async keep(_store, held, message) {
    if (message.kind === 'inspected')
      return { settle: (client) => settleInspection(client, held.subject, message.plan) };
    return 'STORED';
  },
};
