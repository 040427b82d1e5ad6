import type { LabelCheckQuery } from '@kshot/domain';
import { progressTask, settleCheck } from '@kshot/store';
import { type Kind, stored } from './kind.js';

/** Looks for wrong labels and copies in a version. */
export const check: Kind = {
  name: 'check',
  async load({ prisma, blobs }, { subject }) {
    const { query } = await prisma.labelCheck.findUniqueOrThrow({ where: { id: subject } });
    return { kind: 'check', blobDir: blobs.dir, query: query as unknown as LabelCheckQuery };
  },
  async keep({ pool }, held, message) {
    if (message.kind === 'checking')
      return stored(await progressTask(pool, held, { progress: message.progress }));
    if (message.kind === 'checked') return { settle: (client) => settleCheck(client, held.subject, message) };
    return 'STORED';
  },
};
