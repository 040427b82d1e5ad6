// npm run bench -- compute/backbones: the real backbones against numpy (double precision) and Python TensorFlow; ends with 1 when
// they differ.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { imageEmbedder, loadBackend, textEmbedder } from '@kshot/native';
import { outsideData } from '../../frame/outside-data.js';
import { hasLibrary } from '../../frame/peer-libraries.js';
import { python } from '../../frame/processes.js';

interface Sentences {
  readonly texts: readonly string[];
  readonly pieces: readonly (readonly number[])[];
  readonly embeddings: readonly number[];
  readonly cosines: readonly (readonly number[])[];
}

const backbones = outsideData('backbones');
if (backbones && hasLibrary('tensorflow')) await compareAll(backbones);

async function compareAll(folder: string): Promise<void> {
  const output = mkdtempSync(join(tmpdir(), 'backbones-'));
  const oracle = fileURLToPath(new URL('oracle.py', import.meta.url));
  execFileSync(python, [oracle, folder, output], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' },
  });
  const { native, reason } = await loadBackend();
  if (!native) throw new Error(reason);
  const read = (name: string) => readFileSync(join(folder, name));
  const stored = (name: string) => readFileSync(join(output, name));
  for (const name of ['mobilenet_v1_0.25_128', 'mobilenet_v2_1.0_224']) {
    const model = JSON.parse(read(`${name}/model.json`).toString());
    const embedder = imageEmbedder(model, new Uint8Array(read(`${name}/weights.bin`)), 2);
    const { values } = embedder.embed(new Uint8Array(stored(`${name}.pixels`)));
    compare(name, [...values], JSON.parse(stored(`${name}.json`).toString()) as number[]);
  }
  const shards = ['01', '02', '03'].map((part) => read(`use-lite-u8/weights-${part}.bin`));
  const model = JSON.parse(read('use-lite-u8/model.json').toString());
  const encoder = textEmbedder(model, new Uint8Array(Buffer.concat(shards)));
  const sentences = JSON.parse(stored('use-lite-u8.json').toString()) as Sentences;
  const { values } = encoder.embed(sentences.pieces.map((numbers) => Int32Array.from(numbers)));
  compare('use-lite-u8', [...values], sentences.embeddings);
  for (const [i, text] of sentences.texts.entries())
    console.log(`  ${sentences.cosines[i]?.map((cosine) => cosine.toFixed(2)).join(' ')}  ${text}`);
  rmSync(output, { recursive: true });
}

function compare(name: string, found: readonly number[], expected: readonly number[]): void {
  const apart = found.map((value, i) => value - (expected[i] ?? Number.NaN));
  const difference = Math.hypot(...apart) / Math.hypot(...expected);
  console.log(`${name}: ${expected.length} features, relative difference ${difference.toExponential(1)}`);
  if (!(difference < 1e-4)) process.exitCode = 1;
}
