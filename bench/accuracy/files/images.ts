import path from 'node:path';
import { backboneOf, type EpisodeSet, episodePlans } from '@kshot/fewshot';
import type { FileOptions } from '../options.js';
import { episodes } from './episodes.js';
import { extracted, featureMatrix } from './extracted.js';
import { headsOf } from './heads.js';
import { scoreMetaModel } from './meta-model.js';
import { readFile } from './read-file.js';
import { readModel } from './read-model.js';
import { scoreAll } from './score.js';

/** Photos: heads on the features of a pretrained backbone, or a meta-model, on N-way K-shot episodes. */
export async function images(
  file: string,
  { model = 'mobilenet_v2_1.0_224', ...asked }: FileOptions,
): Promise<void> {
  const { ways, shots, episodes: count, seed, heads, looks: named = ['ONE', 'SIX'], json } = asked;
  const read = await readFile(file);
  const { meta, classifier } = await readModel(model);
  const all = Int32Array.from(read.labels.keys());
  const name = path.basename(model, path.extname(model));
  if (meta) return scoreMetaModel(meta, read, name, asked);
  const sets = shots.map((k) => episodes(read, { ways, shots: k, count, seed }));
  const { data, split } = read;
  const described = ({ ways: way, shots: shot, queries, hash }: EpisodeSet) => {
    const shape = { way, shot, queries, seed, hash };
    return { data, split, model: name, ...shape };
  };
  for (const looks of named) {
    const started = performance.now();
    const features = featureMatrix(
      extracted(backboneOf(classifier, looks === 'SIX' ? 'SIX' : 'ONE'), read.raw, all),
    );
    const each = (performance.now() - started) / all.length;
    console.error(`${data}, ${looks} look: ${each.toFixed(1)} ms a picture`);
    const candidates = headsOf(heads).map((head) =>
      looks === 'ONE' ? head : { ...head, label: `${head.label}, six looks` },
    );
    for (const set of sets) scoreAll(described(set), features, candidates, episodePlans(set), json);
  }
}
