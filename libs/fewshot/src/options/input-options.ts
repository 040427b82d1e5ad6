import type { Option } from './option.js';

/** How examples enter a network that starts from nothing. */
export const inputOptions = [
  {
    name: 'imageSize',
    label: 'Image side',
    group: 'Input',
    kind: 'INT',
    default: 28,
    minimum: 8,
    maximum: 224,
    unit: 'pixels',
    description: 'Pictures are resized to a square of this side.',
  },
  {
    name: 'textFeatures',
    label: 'Text features',
    group: 'Input',
    kind: 'INT',
    default: 2048,
    minimum: 64,
    maximum: 65_536,
    advanced: true,
    description: 'Buckets into which words and character n-grams are hashed.',
  },
] as const satisfies readonly Option[];
