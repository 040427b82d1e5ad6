import { episodeSet, rotatedClasses, rotatedPictures } from '@kshot/fewshot';
import { characters } from './characters.mjs';
import { report } from './report.mjs';
import { trained } from './train.mjs';

const SETTINGS = {
  method: 'PROTONET',
  filters: [64, 64, 64, 64],
  imageSize: 28,
  ways: 20,
  shots: 1,
  queries: 2,
  scope: 'GROUP',
  rotations: true,
  augmentation: 'WARPS',
  learningRate: 0.002,
  schedule: 'COSINE',
  seed: 1,
};

const TARGETS = [
  [5, 1, 0.985],
  [5, 5, 0.995],
  [20, 1, 0.955],
  [20, 5, 0.987],
];

/** Characters by a prototypical network with Conv-4, classes of the test alphabets as they are and with their rotations. */
export async function charactersProtonet({ steps, seconds = 720, json, episodes, validate, given }) {
  const { task, test, validation, encoded } = await characters({ validate });
  const {
    model,
    steps: taken,
    seconds: spent,
  } = trained(task, { ...SETTINGS, ...given }, { steps, seconds });
  const x = encoded(model.input);
  const turned = rotatedPictures(x);
  const count = task.labels.length;
  const measured = validate ? validation : test;
  const part = validate ? '3 validation alphabets' : '5 unseen alphabets';
  for (const [ways, shots, target] of TARGETS) {
    const common = {
      data: 'images_background',
      method: 'PROTONET Conv-4 28x28',
      extra: { steps: taken, trainingSeconds: spent },
    };
    const shape = { ways, shots, queries: Math.min(15, 20 - shots), count: episodes, seed: 1, scope: 'ALL' };
    report(
      { ...common, split: `${part}, rotated classes`, target },
      model,
      turned,
      episodeSet(rotatedClasses(measured, count), shape),
      json,
    );
    report({ ...common, split: part, target }, model, x, episodeSet(measured, shape), json);
  }
}
