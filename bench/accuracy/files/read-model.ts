import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize } from 'node:v8';
import { classifierOf, decodeArrays, metaModelOf, modelManifest, registerTokenizer } from '@kshot/domain';
import { type Classifier, layerShapes, type MetaModel } from '@kshot/fewshot';
import { readForeignModel } from '@kshot/ingest';

const models = fileURLToPath(new URL('../../../models/', import.meta.url));

/** A model, and where it is one, the meta-model: as a classifier it has no classes. */
interface ReadModel {
  readonly classifier: Classifier;
  readonly meta?: MetaModel;
}

const ofMeta = (meta: MetaModel): ReadModel => ({ meta, classifier: { ...meta, classes: [] } });

/**
 * A shipped model's name, a file of Kshot's own, a Keras or TensorFlow.js file that takes bytes, or a meta-model as this bench
 * saved it.
 */
export async function readModel(named: string): Promise<ReadModel> {
  const shipped = ['model.zip', 'model.safetensors'].map((file) => path.join(models, named, file));
  const file = shipped.find((one) => existsSync(one)) ?? named;
  if (file.endsWith('.bin')) return ofMeta((deserialize(readFileSync(file)) as { model: MetaModel }).model);
  if (file.endsWith('.safetensors')) {
    const { metadata, arrays } = decodeArrays(readFileSync(file));
    if (metadata.tokenizer) registerTokenizer(metadata.tokenizer);
    const manifest = modelManifest.parse(JSON.parse(metadata.manifest ?? ''));
    const meta = metaModelOf(manifest, arrays);
    return meta ? ofMeta(meta) : { classifier: classifierOf(manifest, arrays) };
  }
  const { network, weights } = await readForeignModel(file);
  const [height, width, channels] = network.inputShape as [number, number, 1 | 3];
  const [count] = layerShapes(network).at(-1)?.outputShape ?? [];
  const classes = Array.from({ length: count ?? 0 }, (_, k) => `class ${k}`);
  return { classifier: { input: { modality: 'IMAGE', height, width, channels }, network, weights, classes } };
}
