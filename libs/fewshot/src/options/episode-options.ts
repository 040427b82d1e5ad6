import { metricNames } from '../meta/meta-methods.js';
import { choice, type Option } from './option.js';

/** What a training episode is made of. */
export const episodeOptions = [
  {
    name: 'ways',
    label: 'Ways',
    group: 'Episodes',
    kind: 'INT',
    default: 20,
    minimum: 2,
    maximum: 200,
    unit: 'classes',
    description: 'Classes of a training episode. More than later use has is often better.',
  },
  {
    name: 'shots',
    label: 'Shots',
    group: 'Episodes',
    kind: 'INT',
    default: 1,
    minimum: 1,
    maximum: 100,
    unit: 'examples',
    description: 'Support examples of each class.',
  },
  {
    name: 'queries',
    label: 'Queries',
    group: 'Episodes',
    kind: 'INT',
    default: 5,
    minimum: 1,
    maximum: 100,
    unit: 'examples',
    description: 'Query examples of each class.',
  },
  {
    name: 'scope',
    label: 'Classes of an episode',
    group: 'Episodes',
    kind: 'CHOICE',
    type: 'EpisodeScope',
    default: 'ALL',
    description: 'Where the classes of one episode come from.',
    choices: [
      choice('ALL', 'From all classes', 'Drawn from everything.'),
      choice('GROUP', 'From one group', 'Drawn from one family of classes, such as an alphabet: harder.'),
    ],
  },
  {
    name: 'turns',
    label: 'Every example supports in turn',
    group: 'Episodes',
    kind: 'BOOLEAN',
    default: true,
    advanced: true,
    when: { option: 'method', values: metricNames },
    description:
      'An update averages over all turns of support and queries within an episode; features are computed once.',
  },
  {
    name: 'rotations',
    label: 'Rotated classes',
    group: 'Episodes',
    kind: 'BOOLEAN',
    default: false,
    description:
      'Turns by 90, 180 and 270 degrees count as new training classes: for drawings, not for photos.',
  },
  {
    name: 'mirrors',
    label: 'Mirrored classes',
    group: 'Episodes',
    kind: 'BOOLEAN',
    default: false,
    advanced: true,
    description:
      'Mirror images, of turned ones too, count as new training classes: for drawings, not for photos.',
  },
  {
    name: 'augmentation',
    label: 'Augmentation',
    group: 'Episodes',
    kind: 'CHOICE',
    type: 'EpisodeAugmentation',
    default: 'NONE',
    description: 'Changes of training pictures that leave their class as it is.',
    choices: [
      choice('NONE', 'None', 'Pictures as they are.'),
      choice('WARPS', 'Small warps', 'Shift, turn, scale, shear and bend each picture a little.'),
    ],
  },
] as const satisfies readonly Option[];
