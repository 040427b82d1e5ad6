import { derivedSeed, drawn, hashedSet, randomFrom } from '@kshot/fewshot';
import { characters } from './characters.mjs';
import { randomClasses } from './random-classes.mjs';
import { poseVariants, report } from './report.mjs';
import { trained } from './train.mjs';

const WAYS = 20;
const SETTINGS = {
  method: 'PROTONET',
  filters: [64, 64, 64, 128, 128, 128],
  unpooled: [2, 4, 6],
  poses: true,
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

/** Episodes as Lake 2015 had them: 20 characters of one alphabet, one example of each by one drawer, one query by another. */
function lakeEpisodes(classes, drawers, count, seed) {
  const byGroup = grouped(classes);
  const alphabets = [...byGroup.values()].filter((members) => members.length >= WAYS);
  const episodes = Array.from({ length: count }, (_, i) => {
    const random = randomFrom(derivedSeed(seed, i));
    const members = alphabets[i % alphabets.length];
    const chosen = drawn(Int32Array.from(members.keys()), WAYS, random);
    const present = [...new Set(drawers)].filter((drawer) =>
      [...chosen].every((k) => members[k].rows.some((row) => drawers[row] === drawer)),
    );
    const [one, other] = drawn(Int32Array.from(present), 2, random);
    const by = (drawer) =>
      Int32Array.from(chosen, (k) => members[k].rows.find((row) => drawers[row] === drawer));
    return { classes: chosen, support: by(one), query: by(other) };
  });
  return hashedSet({ ways: WAYS, shots: 1, queries: 1 }, episodes);
}

function grouped(classes) {
  const groups = new Map();
  for (const c of classes) groups.set(c.group, [...(groups.get(c.group) ?? []), c]);
  return groups;
}

/** Lake's harder protocol: 20-way 1-shot within an alphabet that was never seen, support by one drawer, queries by another. */
export async function charactersLake(options) {
  const data = await characters(options);
  const { model, extra } = trained(
    data.task,
    options.model ? options.given : { ...SETTINGS, ...options.given },
    { seconds: 3000, ...options },
  );
  const classes = options.validate ? data.validation : data.test;
  const alphabets = options.validate ? '3 validation alphabets' : '5 unseen alphabets';
  const row = { data: 'images_background', extra };
  const set = lakeEpisodes(classes, data.drawers, options.episodes, 1);
  const split = `${alphabets}, within one, two drawers`;
  const x = data.encoded(model.input);
  for (const seen of poseVariants(model))
    report({ ...row, split, target: 0.955 }, seen, x, set, options.json);
  for (const [group, members] of grouped(classes)) {
    if (members.length < WAYS) continue;
    const own = lakeEpisodes(members, data.drawers, Math.ceil(options.episodes / 5), 2);
    report({ ...row, split: `${group} alone, two drawers` }, model, x, own, options.json);
  }
  randomClasses(data, classes, alphabets, row, model, options);
}
