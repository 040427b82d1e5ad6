import { choice, type Option } from './option.js';

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
    name: 'frame',
    label: 'Frame',
    group: 'Input',
    kind: 'CHOICE',
    type: 'PictureFrame',
    default: 'WHOLE',
    description: 'What of a picture enters the network.',
    choices: [
      choice('WHOLE', 'Whole picture', 'As it is.'),
      choice(
        'INK',
        'The ink',
        'What differs from the background, centred and brought to one size: for drawings and handwriting, not for photos.',
      ),
    ],
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
