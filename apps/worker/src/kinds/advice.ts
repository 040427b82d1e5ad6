import { readable } from '@kshot/domain';
import {
  draftAdvice,
  getRow,
  isForeign,
  modelsToTry,
  multilingualName,
  openPack,
  progressTask,
  readyVersion,
  settleAdvice,
  settleForecasts,
} from '@kshot/store';
import { type Kind, stored } from './kind.js';

/** Backbones that are tried at most: each costs its features of all examples. */
const MOST_MODELS = 4;

/** Says what to do with a version. */
export const advice: Kind = {
  name: 'advice',
  async load(store, { subject }) {
    const { blobs, pool } = store;
    const { versionId, splitName, budget, projectId } = await getRow(store, 'recommendation', subject);
    const version = await readyVersion(store, versionId);
    const foreign = await isForeign(await openPack(blobs, version.hash));
    const models = await modelsToTry(
      pool,
      version.modality,
      { id: version.id, projectId },
      { most: MOST_MODELS, preferred: foreign ? multilingualName : null },
    );
    return {
      kind: 'advise',
      blobDir: blobs.dir,
      packHash: version.hash,
      split: splitName,
      uploadHash: version.uploadHash,
      budget: readable(budget, 'The budget'),
      models,
    };
  },
  async keep({ pool }, held, message) {
    if (message.kind === 'advising') {
      if (message.soFar) await draftAdvice(pool, held, message.soFar);
      return stored(await progressTask(pool, held, { progress: message.progress }));
    }
    if (message.kind === 'advised')
      return { settle: (client) => settleAdvice(client, held.subject, message.advice) };
    return 'STORED';
  },
  sweep: ({ pool }) => settleForecasts(pool),
};
