import type { ModelManifest } from '@kshot/domain';
import { insertRow, type Store } from '@kshot/store';

const manifest: ModelManifest = {
  format: 'kshot-model-1',
  input: { modality: 'TABLE', columns: [] },
  network: { inputShape: [1], layers: [] },
  classes: ['a', 'b'],
};

/** A model's row without its file. */
export const newModel = (store: Store, name: string): Promise<string> =>
  insertRow(store.pool, 'model', {
    name,
    technique: 'PRETRAIN',
    hash: name.padEnd(64, '0'),
    bytes: 1n,
    parameterCount: 1,
    modality: 'TABLE',
    manifest,
  });
