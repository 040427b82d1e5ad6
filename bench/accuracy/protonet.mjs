import { characters, unseen } from './characters.mjs';
import { randomClasses } from './random-classes.mjs';
import { trained } from './train.mjs';

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
export async function charactersProtonet(options) {
  const data = await characters(options);
  if (!data) return;
  const { model, extra } = await trained(
    data.task,
    options.model ? options.given : { ...SETTINGS, ...options.given },
    { seconds: 1300, finish: 16000, ...options },
  );
  const { classes, name } = unseen(data, options);
  const row = { data: 'images_background', extra };
  randomClasses(data, classes, name, row, model, options);
}
