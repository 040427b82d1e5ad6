import type { RawExamples } from './examples.js';
import type { InputSpec } from './input-spec.js';
import { fitTable } from './table.js';

/** What a network that starts from nothing takes; what is fitted sees the training rows only. */
export function inputSpec(
  raw: RawExamples,
  train: Int32Array,
  settings: { readonly imageSize: number; readonly textFeatures: number },
): InputSpec {
  switch (raw.modality) {
    case 'IMAGE': {
      const side = settings.imageSize;
      return { modality: 'IMAGE', height: side, width: side, channels: raw.images.channels };
    }
    case 'TEXT':
      return { modality: 'TEXT', features: settings.textFeatures };
    case 'TABLE':
      return fitTable(raw.columns, train);
  }
}
