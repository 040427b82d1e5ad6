import { characters, unseen } from './characters.mjs';
import { scoreHeads } from './files/meta-model.mjs';
import { alphabetsOf, lakeEpisodes, WAYS } from './lake-episodes.mjs';
import { randomClasses } from './random-classes.mjs';
import { poseVariants, report } from './report.mjs';
import { trained } from './train.mjs';

const SETTINGS = {
  method: 'PROTONET',
  filters: [64, 64, 64, 128, 128, 128],
  unpooled: [2, 4, 6],
  poses: true,
  mahalanobis: true,
  imageSize: 28,
  frame: 'INK',
  ways: WAYS,
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

/** Lake's harder protocol: 20-way 1-shot within an alphabet that was never seen, support by one drawer, queries by another. */
export async function charactersLake(options) {
  const data = await characters(options);
  if (!data) return;
  const { model, extra } = await trained(
    data.task,
    options.model ? options.given : { ...SETTINGS, ...options.given },
    { seconds: 3000, finish: 6000, ...options },
  );
  const { classes, name } = unseen(data, options);
  const row = { data: 'images_background', extra };
  const set = lakeEpisodes(classes, data.drawers, options.episodes, 1);
  const split = `${name}, within one, two drawers`;
  const x = data.encoded(model.input);
  for (const seen of poseVariants(model))
    report({ ...row, split, target: 0.955 }, seen, x, set, options.json);
  scoreHeads({ ...row, split, way: WAYS, shot: 1 }, model, data.task.raw, set, ['pt-map'], options.json);
  for (const [group, members] of alphabetsOf(classes)) {
    const own = lakeEpisodes(members, data.drawers, Math.ceil(options.episodes / 5), 2);
    report({ ...row, split: `${group} alone, two drawers` }, model, x, own, options.json);
  }
  randomClasses(data, classes, name, row, model, options);
}
