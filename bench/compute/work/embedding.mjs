import { readFileSync } from 'node:fs';
import { classifierOf, decodeArrays, modelManifest } from '@kshot/domain';
import { backboneOf, featureExtractor, textEncoder } from '@kshot/fewshot';
import { engine, imageEmbedder, textEmbedder } from '@kshot/native';
import * as tf from '@tensorflow/tfjs-core';
import { backbones } from './backbones.mjs';
import { bytes } from './networks.mjs';

const models = new URL('../../../models/', import.meta.url);
const file = (path) => readFileSync(new URL(path, backbones));
const json = (path) => JSON.parse(file(path).toString('utf8'));
/** Multiply-adds of MobileNet v2 1.0 at 224 (Sandler 2018, table 4), two operations each. */
const MOBILENET_OPERATIONS = 2 * 300e6;

/** Functions that embed once and return how many examples they embedded. */
export const embeddings = {
  'mobilenet-1000': () => {
    const weights = new Uint8Array(file('mobilenet_v2_1.0_224/weights.bin'));
    const embedder = imageEmbedder(json('mobilenet_v2_1.0_224/model.json'), weights, 16);
    const some = bytes(200 * 224 * 224 * 3);
    return { count: 200, run: () => embedder.embed(some), operations: MOBILENET_OPERATIONS };
  },
  'efficientnet-lite2': () => {
    const { metadata, arrays } = decodeArrays(
      readFileSync(new URL('efficientnet-lite2/model.safetensors', models)),
    );
    const model = classifierOf(modelManifest.parse(JSON.parse(metadata.manifest)), arrays);
    const extractor = featureExtractor(engine(), backboneOf(model));
    const [count, side] = [96, 224];
    const images = { height: side, width: side, channels: 3, pixels: bytes(count * side * side * 3) };
    const rows = Int32Array.from({ length: count }, (_, i) => i);
    return { count, run: () => extractor.features({ modality: 'IMAGE', images }, rows) };
  },
  'minilm-1000': () => {
    const words = 'please tell me how many days are left until my next bank payment and what it costs'.split(
      ' ',
    );
    const texts = Array.from({ length: 1000 }, (_, i) =>
      Array.from({ length: 4 + ((i * 7) % 12) }, (_, k) => words[(i * 5 + k * 3) % words.length]).join(' '),
    );
    const encode = textEncoder('MINILM_L6');
    return { count: 1000, run: () => encode(texts) };
  },
  'use-lite-1000': () => {
    const shards = ['01', '02', '03'].map((part) => file(`use-lite-u8/weights-${part}.bin`));
    const embedder = textEmbedder(json('use-lite-u8/model.json'), new Uint8Array(Buffer.concat(shards)), 32);
    const texts = Array.from({ length: 1000 }, (_, i) =>
      Int32Array.from({ length: 5 + ((i * 7) % 20) }, (_, k) => (10 + i * 31 + k * 17) % 7000),
    );
    return { count: 1000, run: () => embedder.embed(texts) };
  },
};

/** Operations per second of the best of ten 1024³ matrix multiplications. */
export function matmulPeak() {
  const a = tf.randomNormal([1024, 1024]);
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 10; i++) {
    const started = performance.now();
    const product = tf.matMul(a, a);
    // Not in a tidy, which would look for tensors in each of the numbers that it returns.
    product.dataSync();
    best = Math.min(best, performance.now() - started);
    product.dispose();
  }
  return (2 * 1024 ** 3) / (best / 1000);
}
