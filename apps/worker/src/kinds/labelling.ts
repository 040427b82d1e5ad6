import { findRow, getRow, progressTask, readyVersion, settleLabelling } from '@kshot/store';
import { type Kind, stored } from './kind.js';

/** Computes features by which unlabelled examples are put into an order. */
export const labelling: Kind = {
  name: 'labelling',
  async load(store, { subject }) {
    const { versionId, modelId } = await getRow(store, 'labelling', subject);
    const version = await readyVersion(store, versionId);
    const model = modelId ? await findRow(store, 'model', modelId) : null;
    return {
      kind: 'embed',
      blobDir: store.blobs.dir,
      packHash: version.hash,
      modelHash: model?.hash ?? null,
    };
  },
  async keep({ pool }, held, message) {
    if (message.kind === 'embedding') {
      const { done, total } = message;
      return stored(await progressTask(pool, held, { progress: { done, total } }));
    }
    if (message.kind === 'embedded')
      return { settle: (client) => settleLabelling(client, held.subject, message.hash) };
    return 'STORED';
  },
};
