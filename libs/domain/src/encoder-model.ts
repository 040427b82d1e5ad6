import {
  type InputSpec,
  type MetaSettings,
  metaTrainOptions,
  type Network,
  readSettings,
} from '@kshot/fewshot';
import type { Int8Arrays } from './arrays/int8.js';
import type { ModelManifest } from './model-manifest.js';

const TEMPERATURE = 10;
const METRIC = { method: 'PROTONET_COSINE', backbone: 'DENSE' } as const;

/** An encoder has no classes: it becomes a meta-model that tells classes apart by cosine class means. */
export function encoderModel<T extends Int8Arrays>(
  input: InputSpec,
  network: Network,
  weights: T,
): { readonly manifest: ModelManifest; readonly weights: T } {
  const { settings } = readSettings(metaTrainOptions, METRIC);
  const temperature = { shape: [1], values: Float32Array.of(TEMPERATURE) };
  return {
    manifest: {
      format: 'kshot-model-1',
      input,
      network,
      classes: [],
      meta: settings as MetaSettings,
    },
    weights: { ...weights, 'metric/temperature': temperature },
  };
}

/** Whether a model was made so; one that learned in episodes on dense features looks the same. */
export const isEncoderModel = ({ meta }: ModelManifest): boolean =>
  meta?.method === METRIC.method && meta.backbone === METRIC.backbone;
