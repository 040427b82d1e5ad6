import { readFile } from 'node:fs/promises';
import { isStock } from '@kshot/fewshot';
import { readModel, type Store } from '@kshot/store';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { modelZip } from '../files/model-zip.js';
import { found } from '../schema/find.js';
import { modelCard } from './model-card.js';

const loader = new URL('../../assets/table_model.py', import.meta.url);

/**
 * All that a model is worth elsewhere, as one ZIP: its card, the model whole (which `importModel` takes back with the same hash),
 * for TensorFlow.js where stock layers do, and for tables a script in plain Python that gives the same answers.
 */
export async function modelBundle(store: Store, id: string): Promise<Uint8Array> {
  const row = await found('model', id, (key) => store.prisma.model.findUnique({ where: { id: key } }));
  const { manifest } = await readModel(store.blobs, row.hash);
  const files: Zippable = {
    'MODEL_CARD.md': Buffer.from(await modelCard(store, id)),
    'model.safetensors': [await readFile(store.blobs.path(row.hash)), { level: 0 }],
    'labels.txt': Buffer.from(`${manifest.classes.join('\n')}\n`),
  };
  if (isStock(manifest.network))
    for (const [name, bytes] of Object.entries(unzipSync(await modelZip(store, row.hash))))
      files[`tfjs/${name}`] = bytes;
  if (manifest.input.modality === 'TABLE') files['table_model.py'] = await readFile(loader);
  return zipSync(files);
}
