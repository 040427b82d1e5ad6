import path from 'node:path';
import { backboneOf, episodePlans, matrix } from '@kshot/fewshot';
import { episodes } from './episodes.mjs';
import { extracted } from './extracted.mjs';
import { headsOf } from './heads.mjs';
import { scoreMetaModel } from './meta-model.mjs';
import { modelOf } from './model-of.mjs';
import { readFile } from './read-file.mjs';
import { scoreAll } from './score.mjs';

/** Photos: heads on the features of a pretrained backbone, or a meta-model, on N-way K-shot episodes. */
export async function images(
  file,
  { model = 'mobilenet_v2_1.0_224', protocol, ways, shots, episodes: count, seed, heads, looks: asked, json },
) {
  const read = await readFile(file);
  const { meta, classifier } = await modelOf(model);
  const all = Int32Array.from(read.labels.keys());
  const name = path.basename(model, path.extname(model));
  if (meta) {
    scoreMetaModel(meta, read, { protocol, model: name, ways, shots, count, seed, heads, json });
    return;
  }
  const sets = shots.map((k) => episodes(read, { ways, shots: k, count, seed }));
  const described = ({ ways: way, shots: shot, queries, hash }) => ({
    data: read.data,
    split: read.split,
    model: name,
    way,
    shot,
    queries,
    seed,
    hash,
  });
  for (const looks of asked ?? ['ONE', 'SIX']) {
    const started = performance.now();
    const { shape, values } = extracted(backboneOf(classifier, looks), read.raw, all);
    const each = (performance.now() - started) / all.length;
    console.error(`${read.data}, ${looks} look: ${each.toFixed(1)} ms a picture`);
    const features = matrix(shape[0], shape[1], values);
    const named = headsOf(heads).map((head) =>
      looks === 'ONE' ? head : { ...head, label: `${head.label}, six looks` },
    );
    for (const set of sets) scoreAll(described(set), features, named, episodePlans(set), json);
  }
}
