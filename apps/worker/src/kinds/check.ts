import { readable } from '@kshot/domain';
import { getRow, progressTask, settleCheck } from '@kshot/store';
import { type Kind, stored } from './kind.js';

/** Looks for wrong labels and copies in a version. */
export const check: Kind = {
  name: 'check',
  async load(store, { subject }) {
    const { query } = await getRow(store, 'labelCheck', subject);
    return { kind: 'check', blobDir: store.blobs.dir, query: readable(query, 'The check') };
  },
  async keep({ pool }, held, message) {
    if (message.kind === 'checking')
      return stored(await progressTask(pool, held, { progress: message.progress }));
    if (message.kind === 'checked') return { settle: (client) => settleCheck(client, held.subject, message) };
    return 'STORED';
  },
};
