import { type ClassRows, episodeSet, type MetaModel, rotatedClasses, rotatedPictures } from '@kshot/fewshot';
import type { Characters } from './characters.js';
import type { CharacterOptions } from './options.js';
import { type Described, poseVariants, report } from './report.js';

/** Way, shot and the accuracy to reach. */
const SHAPES = [
  [5, 1, 0.985],
  [5, 5, 0.995],
  [20, 1, 0.955],
  [20, 5, 0.987],
] as const;

/**
 * Episodes of classes drawn from all unseen alphabets, with their rotations as classes of their own (as the papers have it)
 * and without.
 */
export function randomClasses(
  { task, encoded }: Characters,
  classes: readonly ClassRows[],
  row: Described,
  model: MetaModel,
  { episodes, json }: CharacterOptions,
): void {
  const x = encoded(model.input);
  const turned = rotatedPictures(x);
  const rotated = rotatedClasses(classes, task.labels.length);
  for (const [ways, shots, target] of SHAPES) {
    const size = { ways, shots, queries: Math.min(15, 20 - shots), count: episodes, seed: 1 };
    const shape = { ...size, scope: 'ALL' } as const;
    const [withTurned, plain] = [episodeSet(rotated, shape), episodeSet(classes, shape)];
    for (const seen of poseVariants(model)) {
      report({ ...row, split: `${row.split}, rotated classes`, target }, seen, turned, withTurned, json);
      report({ ...row, target }, seen, x, plain, json);
    }
  }
}
