import { domainErrorsOf } from '@kshot/domain';
import { tfjsLayersModel } from '@kshot/fewshot';
import { readModel, type Store } from '@kshot/store';
import { zipSync } from 'fflate';

/** A model as a ZIP that stock TensorFlow.js can load, with what Kshot knows of it in kshot.json. */
export async function modelZip({ blobs }: Store, hash: string): Promise<Uint8Array> {
  const { manifest, classifier } = await readModel(blobs, hash);
  const { modelJson, weights } = domainErrorsOf(() =>
    tfjsLayersModel(classifier.network, classifier.weights),
  );
  const json = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  return zipSync({
    'model.json': json(modelJson),
    'weights.bin': [Buffer.concat(weights), { level: 0 }],
    'kshot.json': json({ hash, ...manifest }),
  });
}
