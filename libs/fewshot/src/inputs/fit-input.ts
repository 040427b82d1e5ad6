import type { RawExamples } from './examples.js';
import type { InputSpec } from './input-spec.js';
import { fitTable } from './table.js';

/** What a network that starts from nothing takes; what is fitted sees the training rows only. */
export function inputSpec(
  raw: RawExamples,
  train: Int32Array,
  settings: { readonly imageSize: number; readonly textFeatures: number; readonly frame?: 'WHOLE' | 'INK' },
): InputSpec {
  switch (raw.modality) {
    case 'IMAGE': {
      const side = settings.imageSize;
      const spec = { modality: 'IMAGE', height: side, width: side, channels: raw.images.channels } as const;
      return settings.frame === 'INK' ? { ...spec, frame: 'INK' } : spec;
    }
    case 'TEXT':
      return { modality: 'TEXT', features: settings.textFeatures };
    case 'TABLE':
      return fitTable(raw.columns, train);
  }
}
