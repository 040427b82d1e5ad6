import { readable } from '@kshot/domain';
import { findRow, getRow, progressTask, readyVersion, type Store, settlePrediction } from '@kshot/store';
import type { Task } from '../attempt/protocol.js';
import { type Kind, stored } from './kind.js';

/** Asks a model about all rows of a file or a version. */
export const prediction: Kind = {
  name: 'prediction',
  load: (store, { subject }) => taskOf(store, subject),
  async keep({ pool }, held, message) {
    if (message.kind === 'started')
      return stored(await progressTask(pool, held, { environment: message.environment }));
    if (message.kind === 'predicting')
      return stored(await progressTask(pool, held, { progress: message.progress }));
    if (message.kind === 'predicted')
      return { settle: (client) => settlePrediction(client, held.subject, message) };
    return 'STORED';
  },
};

async function taskOf(store: Store, id: string): Promise<Task> {
  const row = await getRow(store, 'prediction', id);
  const request = readable(row.request, 'The prediction');
  const model = row.modelId ? await findRow(store, 'model', row.modelId) : null;
  const calibration = model?.calibration;
  return {
    kind: 'predict',
    blobDir: store.blobs.dir,
    modelHash: row.modelHash,
    request,
    source: row.uploadHash
      ? { uploadHash: row.uploadHash }
      : { packHash: (await readyVersion(store, row.versionId ?? '')).hash },
    calibration:
      calibration && request.coverage !== null
        ? { scores: Float64Array.from(calibration.scores), coverage: request.coverage }
        : null,
    keepsInputs: row.uploadHash !== null && (model?.keepsInputs ?? false),
    settings: { answered: model?.answered ?? null, decision: model?.decision ?? null },
  };
}
