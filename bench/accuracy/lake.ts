import { characters, unseen } from './characters.js';
import { scoreHeads } from './files/meta-model.js';
import { alphabetsOf, lakeEpisodes, WAYS } from './lake-episodes.js';
import type { CharacterOptions } from './options.js';
import { randomClasses } from './random-classes.js';
import { POSED_RECIPE } from './recipe.js';
import { poseVariants, report } from './report.js';
import { trained } from './train.js';

const SETTINGS = { ...POSED_RECIPE, filters: [64, 64, 64, 128, 128, 128], unpooled: [2, 4, 6] };

/** Lake's harder protocol: 20-way 1-shot within an alphabet that was never seen, support by one drawer, queries by another. */
export async function charactersLake(options: CharacterOptions): Promise<void> {
  const data = await characters(options);
  if (!data) return;
  const { model, extra } = await trained(
    data.task,
    options.model ? options.given : { ...SETTINGS, ...options.given },
    { seconds: 3000, finish: 6000, ...options },
  );
  const { classes, name } = unseen(data, options);
  const set = lakeEpisodes(classes, data.drawers, options.episodes, 1);
  const row = { data: 'images_background', split: `${name}, within one, two drawers`, extra };
  const x = data.encoded(model.input);
  for (const seen of poseVariants(model)) report({ ...row, target: 0.955 }, seen, x, set, options.json);
  scoreHeads({ ...row, way: WAYS, shot: 1 }, model, data.task.raw, set, ['pt-map'], options.json);
  for (const [group, members] of alphabetsOf(classes)) {
    const own = lakeEpisodes(members, data.drawers, Math.ceil(options.episodes / 5), 2);
    report({ ...row, split: `${group} alone, two drawers` }, model, x, own, options.json);
  }
  randomClasses(data, classes, { ...row, split: name }, model, options);
}
