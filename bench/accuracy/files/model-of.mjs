import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize } from 'node:v8';
import { classifierOf, decodeArrays, metaModelOf, modelManifest, registerTokenizer } from '@kshot/domain';
import { layerShapes } from '@kshot/fewshot';
import { readForeignModel } from '@kshot/ingest';

const models = fileURLToPath(new URL('../../../models/', import.meta.url));

/**
 * A shipped model's name, a file of Kshot's own, a Keras or TensorFlow.js file that takes bytes, or a meta-model as this bench
 * saved it.
 */
export async function modelOf(named) {
  const shipped = ['model.zip', 'model.safetensors'].map((file) => path.join(models, named, file));
  const file = shipped.find(existsSync) ?? named;
  if (file.endsWith('.bin')) return { meta: deserialize(readFileSync(file)).model };
  if (file.endsWith('.safetensors')) {
    const { metadata, arrays } = decodeArrays(readFileSync(file));
    if (metadata.tokenizer) registerTokenizer(metadata.tokenizer);
    const manifest = modelManifest.parse(JSON.parse(metadata.manifest));
    const meta = metaModelOf(manifest, arrays);
    return meta ? { meta } : { classifier: classifierOf(manifest, arrays) };
  }
  const { network, weights } = await readForeignModel(file);
  const [height, width, channels] = network.inputShape;
  const input = { modality: 'IMAGE', height, width, channels };
  const [count] = layerShapes(network).at(-1).outputShape;
  const classes = Array.from({ length: count }, (_, k) => `class ${k}`);
  return { classifier: { input, network, weights, classes } };
}
