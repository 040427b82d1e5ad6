import path from 'node:path';
import { backboneOf, type EpisodeSet, episodePlans } from '@kshot/fewshot';
import type { FileOptions } from '../options.js';
import { episodes } from './episodes.js';
import { extracted, featureMatrix } from './extracted.js';
import { headsOf } from './heads.js';
import { joined } from './joined.js';
import { scoreMetaModel } from './meta-model.js';
import { readFile } from './read-file.js';
import { readModel } from './read-model.js';
import { scoreJoined } from './score.js';

/** Photos: heads on the features of a pretrained backbone, of two together, or a meta-model, on N-way K-shot episodes. */
export async function images(
  file: string,
  { model = 'mobilenet_v2_1.0_224', beside, ...asked }: FileOptions,
): Promise<void> {
  const { ways, shots, episodes: count, seed, heads, looks: named = ['ONE', 'SIX'], json } = asked;
  const read = await readFile(file);
  const { meta, classifier } = await readModel(model);
  const all = Int32Array.from(read.labels.keys());
  const nameOf = (one: string) => path.basename(one).replace(/\.[a-z]+$/, '');
  if (meta) return scoreMetaModel(meta, read, nameOf(model), asked);
  const backbones = [{ model: nameOf(model), classifier }];
  if (beside) backbones.push({ model: nameOf(beside), classifier: (await readModel(beside)).classifier });
  const sets = shots.map((k) => episodes(read, { ways, shots: k, count, seed }));
  const { data, split } = read;
  const described = ({ ways: way, shots: shot, queries, hash }: EpisodeSet) => {
    const shape = { way, shot, queries, seed, hash };
    return { data, split, ...shape };
  };
  for (const looks of named) {
    const alone = backbones.map(({ model: name, classifier: own }) => {
      const started = performance.now();
      const backbone = backboneOf(own, looks === 'SIX' ? 'SIX' : 'ONE');
      const features = featureMatrix(extracted(backbone, read.raw, all));
      const each = (performance.now() - started) / all.length;
      console.error(`${data}, ${name}, ${looks} look: ${each.toFixed(1)} ms a picture`);
      return { model: name, features };
    });
    const together = joined(alone, read.support);
    const candidates = headsOf(heads).map((head) =>
      looks === 'ONE' ? head : { ...head, label: `${head.label}, six looks` },
    );
    for (const set of sets) scoreJoined(described(set), alone, together, candidates, episodePlans(set), json);
  }
}
