import type { Calibration, PredictionRequest } from '@kshot/domain';
import { progressTask, type Store, settlePrediction } from '@kshot/store';
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

async function taskOf({ prisma, blobs }: Store, id: string): Promise<Task> {
  const row = await prisma.prediction.findUniqueOrThrow({
    where: { id },
    include: { version: true, model: true },
  });
  const request = row.request as unknown as PredictionRequest;
  const calibration = row.model?.calibration as unknown as Calibration | null | undefined;
  return {
    kind: 'predict',
    blobDir: blobs.dir,
    modelHash: row.modelHash,
    request,
    source: row.uploadHash ? { uploadHash: row.uploadHash } : { packHash: row.version!.hash! },
    calibration:
      calibration && request.coverage !== null
        ? { scores: Float64Array.from(calibration.scores), coverage: request.coverage }
        : null,
    answered: row.model?.answered ?? null,
  };
}
