import { characters, unseen } from './characters.js';
import type { CharacterOptions } from './options.js';
import { randomClasses } from './random-classes.js';
import { POSED_RECIPE } from './recipe.js';
import { trained } from './train.js';

const SETTINGS = { ...POSED_RECIPE, filters: [64, 64, 64, 64], unpooled: [3] };

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
