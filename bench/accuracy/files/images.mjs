import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize } from 'node:v8';
import {
  backboneOf,
  encodeExamples,
  episodePlans,
  evaluateEpisodes,
  featureExtractor,
  matrix,
} from '@kshot/fewshot';
import { readForeignModel } from '@kshot/ingest';
import { engine } from '@kshot/native';
import { episodes } from './episodes.mjs';
import { headsOf } from './heads.mjs';
import { printRow } from './print-row.mjs';
import { readFile } from './read-file.mjs';
import { scoreAll } from './score.mjs';

const models = fileURLToPath(new URL('../../../models/', import.meta.url));

/** A shipped model's name, a Keras or TensorFlow.js file that takes bytes, or a meta-model that this bench saved. */
async function modelOf(named) {
  const shipped = path.join(models, named, 'model.zip');
  const file = existsSync(shipped) ? shipped : named;
  if (file.endsWith('.bin')) return { meta: deserialize(readFileSync(file)).model };
  const { network, weights } = await readForeignModel(file);
  const [height, width, channels] = network.inputShape;
  return {
    classifier: { input: { modality: 'IMAGE', height, width, channels }, network, weights, classes: [] },
  };
}

/** Photos: heads on the features of a pretrained backbone, or a meta-model, on N-way K-shot episodes. */
export async function images(
  file,
  { model = 'mobilenet_v2_1.0_224', ways, shots, episodes: count, seed, heads, looks: asked, json },
) {
  const read = await readFile(file);
  const { meta, classifier } = await modelOf(model);
  const all = Int32Array.from(read.labels.keys());
  const name = path.basename(model, path.extname(model));
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
  if (meta) {
    const x = encodeExamples(meta.input, read.raw, all);
    for (const set of sets) {
      const started = performance.now();
      const { mean, halfWidth, transductive } = evaluateEpisodes(engine(), meta, x, set);
      const seconds = (performance.now() - started) / count;
      const method = `${meta.settings.method}${transductive ? ', transductive' : ''}`;
      printRow({ ...described(set), method, episodes: count, mean, ci95: halfWidth, seconds }, json);
    }
    return;
  }
  for (const looks of asked ?? ['ONE', 'SIX']) {
    const extractor = featureExtractor(engine(), backboneOf(classifier, looks));
    const started = performance.now();
    const { shape, values } = extractor.features(read.raw, all);
    extractor.dispose();
    const each = (performance.now() - started) / all.length;
    console.error(`${read.data}, ${looks} look: ${each.toFixed(1)} ms a picture`);
    const features = matrix(shape[0], shape[1], values);
    const named = headsOf(heads).map((head) =>
      looks === 'ONE' ? head : { ...head, label: `${head.label}, six looks` },
    );
    for (const set of sets) scoreAll(described(set), features, named, episodePlans(set), json);
  }
}
