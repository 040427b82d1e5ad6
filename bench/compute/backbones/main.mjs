import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { imageEmbedder, loadBackend, textEmbedder } from '@kshot/native';
import { backbones } from '../work/backbones.mjs';

// main.mjs: the real backbones against numpy (double precision) and Python TensorFlow; ends with 1 when they differ.
const python = process.env.KSHOT_BENCH_PYTHON ?? 'python3';
const output = mkdtempSync(join(tmpdir(), 'backbones-'));
const oracle = fileURLToPath(new URL('oracle.py', import.meta.url));
execFileSync(python, [oracle, fileURLToPath(backbones), output], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' },
});
const { native, reason } = await loadBackend();
if (!native) throw new Error(reason);
const read = (name) => readFileSync(new URL(name, backbones));
const parsed = (bytes) => JSON.parse(bytes.toString('utf8'));
const stored = (name) => readFileSync(join(output, name));

function compare(name, found, expected) {
  const norm = Math.hypot(...expected);
  const difference = Math.hypot(...found.map((value, i) => value - expected[i])) / norm;
  console.log(`${name}: ${expected.length} features, relative difference ${difference.toExponential(1)}`);
  if (!(difference < 1e-4)) process.exitCode = 1;
}

for (const name of ['mobilenet_v1_0.25_128', 'mobilenet_v2_1.0_224']) {
  const embedder = imageEmbedder(
    parsed(read(`${name}/model.json`)),
    new Uint8Array(read(`${name}/weights.bin`)),
    2,
  );
  const { values } = embedder.embed(new Uint8Array(stored(`${name}.pixels`)));
  compare(name, [...values], parsed(stored(`${name}.json`)));
}
const shards = ['01', '02', '03'].map((part) => read(`use-lite-u8/weights-${part}.bin`));
const encoder = textEmbedder(parsed(read('use-lite-u8/model.json')), new Uint8Array(Buffer.concat(shards)));
const { texts, pieces, embeddings, cosines } = parsed(stored('use-lite-u8.json'));
const { values } = encoder.embed(pieces.map((numbers) => Int32Array.from(numbers)));
compare('use-lite-u8', [...values], embeddings);
for (const [i, text] of texts.entries())
  console.log(`  ${cosines[i].map((cosine) => cosine.toFixed(2)).join(' ')}  ${text}`);
rmSync(output, { recursive: true });
