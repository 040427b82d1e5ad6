import { episodeSet, rotatedClasses, rotatedPictures } from '@kshot/fewshot';
import { poseVariants, report } from './report.mjs';

/** Way, shot and the accuracy to reach. */
const SHAPES = [
  [5, 1, 0.985],
  [5, 5, 0.995],
  [20, 1, 0.955],
  [20, 5, 0.987],
];

/**
 * Episodes of classes drawn from all unseen alphabets, with their rotations as classes of their own (as the papers have it)
 * and without.
 */
export function randomClasses({ task, encoded }, classes, split, row, model, { episodes, json }) {
  const x = encoded(model.input);
  const turned = rotatedPictures(x);
  const rotated = rotatedClasses(classes, task.labels.length);
  for (const [ways, shots, target] of SHAPES) {
    const shape = { ways, shots, queries: Math.min(15, 20 - shots), count: episodes, seed: 1, scope: 'ALL' };
    const [withTurned, plain] = [episodeSet(rotated, shape), episodeSet(classes, shape)];
    for (const seen of poseVariants(model)) {
      report({ ...row, split: `${split}, rotated classes`, target }, seen, turned, withTurned, json);
      report({ ...row, split, target }, seen, x, plain, json);
    }
  }
}
