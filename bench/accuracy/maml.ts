import { episodeSet, rotatedClasses, rotatedPictures } from '@kshot/fewshot';
import { characters, unseen } from './characters.js';
import type { CharacterOptions } from './options.js';
import { architecture, report } from './report.js';
import { trained } from './train.js';

const SETTINGS = {
  method: 'MAML',
  filters: [32, 32, 32, 32],
  imageSize: 28,
  frame: 'INK',
  ways: 5,
  shots: 1,
  queries: 5,
  metaBatch: 8,
  innerSteps: 1,
  testInnerSteps: 1,
  innerRate: 0.4,
  unitFeatures: true,
  learnRates: true,
  poses: true,
  secondOrder: true,
  rotations: true,
  learningRate: 0.002,
  schedule: 'COSINE',
  seed: 1,
};

/**
 * Characters by second-order MAML, 5-way 1-shot: queries normalised by the averages of training and, marked as such, by
 * their own batch as in the first papers, where averages are not held.
 */
export async function charactersMaml(options: CharacterOptions): Promise<void> {
  const data = await characters(options);
  if (!data) return;
  const { task, encoded } = data;
  const { model, extra } = await trained(
    task,
    options.model ? options.given : { ...SETTINGS, ...options.given },
    { seconds: 1500, ...options },
  );
  const x = encoded(model.input);
  const { classes, name } = unseen(data, options);
  const shape = { ways: 5, shots: 1, queries: 15, count: options.episodes, seed: 1, scope: 'ALL' } as const;
  const turned = rotatedClasses(classes, task.labels.length);
  const sets = [
    [`${name}, rotated classes`, rotatedPictures(x), episodeSet(turned, shape)],
    [name, x, episodeSet(classes, shape)],
  ] as const;
  const { secondOrder, innerSteps, testInnerSteps, heldAverages } = model.settings;
  const order = secondOrder ? 'second' : 'first';
  for (const transductive of heldAverages ? [false] : [false, true])
    for (const [split, pictures, set] of sets) {
      const asked = { ...model, settings: { ...model.settings, transductive } };
      const marked = transductive ? ', transductive' : '';
      const method = `${architecture(model)}, ${order} order, ${innerSteps} and ${testInnerSteps} steps${marked}`;
      report(
        { data: 'images_background', split, method, target: 0.98, extra },
        asked,
        pictures,
        set,
        options.json,
      );
    }
}
