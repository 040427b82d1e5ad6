import { characters, unseen } from './characters.js';
import type { CharacterOptions } from './options.js';
import { randomClasses } from './random-classes.js';
import { trained } from './train.js';

const SETTINGS = {
  method: 'PROTONET',
  filters: [64, 64, 64, 64],
  unpooled: [3],
  poses: true,
  mahalanobis: true,
  imageSize: 28,
  frame: 'INK',
  ways: 20,
  shots: 1,
  queries: 2,
  scope: 'GROUP',
  rotations: true,
  mirrors: true,
  augmentation: 'WARPS',
  learningRate: 0.003,
  schedule: 'COSINE',
  seed: 1,
};

/** Characters by a prototypical network with Conv-4. */
export async function charactersProtonet(options: CharacterOptions): Promise<void> {
  const data = await characters(options);
  if (!data) return;
  const { model, extra } = await trained(
    data.task,
    options.model ? options.given : { ...SETTINGS, ...options.given },
    { seconds: 1300, finish: 16000, ...options },
  );
  const { classes, name } = unseen(data, options);
  randomClasses(data, classes, { data: 'images_background', split: name, extra }, model, options);
}
