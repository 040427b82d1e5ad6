import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { classifierOf, decodeArrays, modelManifest } from '@kshot/domain';
import { backboneOf, type Classifier, featureExtractor, textEncoder } from '@kshot/fewshot';
import { readForeignModel } from '@kshot/ingest';
import { engine, textEmbedder } from '@kshot/native';
import * as tf from '@tensorflow/tfjs-core';
import { bytes } from './networks.js';

/** Something that embeds examples, so many at a time. */
export interface EmbeddingWork {
  readonly count: number;
  run(): void;
  /** Of one example, where they are known. */
  readonly operations?: number;
}

const modelFile = (name: string): string =>
  fileURLToPath(new URL(`../../../models/${name}`, import.meta.url));
const model = (name: string): Uint8Array => readFileSync(modelFile(name));
const parsed = (content: Uint8Array | undefined) => JSON.parse(new TextDecoder().decode(content));
/** Multiply-adds of MobileNet v2 1.0 at 224 (Sandler 2018, table 4), two operations each. */
const MOBILENET_OPERATIONS = 2 * 300e6;

/** Pixels on a side of a picture. */
const SIDE = 224;

/** Features of so many photos by the backbone of a classifier. */
function photos(classifier: Classifier, count: number): EmbeddingWork {
  const extractor = featureExtractor(engine(), backboneOf(classifier));
  const pixels = bytes(count * SIDE * SIDE * 3);
  const images = { height: SIDE, width: SIDE, channels: 3, pixels } as const;
  const rows = Int32Array.from({ length: count }, (_, i) => i);
  return { count, run: () => extractor.features({ modality: 'IMAGE', images }, rows) };
}

/** By the name of the row, from the models that ship. */
export const embeddings: Readonly<Record<string, () => Promise<EmbeddingWork>>> = {
  'mobilenet-1000': async () => {
    const { network, weights } = await readForeignModel(modelFile('mobilenet_v2_1.0_224/model.zip'));
    const input = { modality: 'IMAGE', height: SIDE, width: SIDE, channels: 3 } as const;
    const classes = Array.from({ length: 1001 }, (_, k) => `class ${k}`);
    return { ...photos({ input, network, weights, classes }, 200), operations: MOBILENET_OPERATIONS };
  },
  'efficientnet-lite2': async () => {
    const { metadata, arrays } = decodeArrays(model('efficientnet-lite2/model.safetensors'));
    const lite = classifierOf(modelManifest.parse(JSON.parse(metadata.manifest ?? '')), arrays);
    return photos(lite, 96);
  },
  'minilm-1000': async () => {
    const words = 'please tell me how many days are left until my next bank payment and what it costs'.split(
      ' ',
    );
    const texts = Array.from({ length: 1000 }, (_, i) =>
      Array.from({ length: 4 + ((i * 7) % 12) }, (_, k) => words[(i * 5 + k * 3) % words.length]).join(' '),
    );
    const encode = textEncoder('MINILM_L6');
    return { count: 1000, run: () => encode(texts) };
  },
  'use-lite-1000': async () => {
    const embedder = textEmbedder(parsed(model('use-lite/model.json')), model('use-lite/weights.bin'), 32);
    const texts = Array.from({ length: 1000 }, (_, i) =>
      Int32Array.from({ length: 5 + ((i * 7) % 20) }, (_, k) => (10 + i * 31 + k * 17) % 7000),
    );
    return { count: 1000, run: () => embedder.embed(texts) };
  },
};

/** Operations per second of the best of ten 1024³ matrix multiplications. */
export function matmulPeak(): number {
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
