import { episodeSet, rotatedClasses, rotatedPictures } from '@kshot/fewshot';
import { characters } from './characters.mjs';
import { report } from './report.mjs';
import { trained } from './train.mjs';

const SETTINGS = {
  method: 'MAML',
  filters: [32, 32, 32, 32],
  imageSize: 28,
  ways: 5,
  shots: 1,
  queries: 5,
  metaBatch: 8,
  innerSteps: 1,
  testInnerSteps: 3,
  innerRate: 0.4,
  secondOrder: true,
  rotations: true,
  learningRate: 0.002,
  schedule: 'COSINE',
  seed: 1,
};

/** Characters by second-order MAML, 5-way 1-shot; queries are normalised by the averages of training. */
export async function charactersMaml({ steps, seconds = 1500, json, episodes, validate, given }) {
  const { task, test, validation, encoded } = await characters({ validate });
  const {
    model,
    steps: taken,
    seconds: spent,
  } = trained(task, { ...SETTINGS, ...given }, { steps, seconds });
  const x = encoded(model.input);
  const measured = validate ? validation : test;
  const part = validate ? '3 validation alphabets' : '5 unseen alphabets';
  const shape = { ways: 5, shots: 1, queries: 15, count: episodes, seed: 1, scope: 'ALL' };
  const turned = rotatedClasses(measured, task.labels.length);
  const sets = [
    [`${part}, rotated classes`, rotatedPictures(x), episodeSet(turned, shape)],
    [part, x, episodeSet(measured, shape)],
  ];
  for (const transductive of [false, true])
    for (const [split, pictures, set] of sets) {
      const row = {
        data: 'images_background',
        split,
        target: 0.98,
        extra: { steps: taken, trainingSeconds: spent },
      };
      const asked = { ...model, settings: { ...model.settings, transductive } };
      const method = `MAML second order Conv-4 32${transductive ? ' (transductive)' : ''}`;
      report({ ...row, method }, asked, pictures, set, json);
    }
}
