import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { example, imported, upload } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { runEnded, startRun } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

interface Header {
  __metadata__: { manifest: string };
  [name: string]: unknown;
}
interface Manifest {
  input: { columns?: unknown[]; modality: string; height?: number; width?: number; channels?: number };
  network: { inputShape: number[]; layers: { kind: string; name: string }[] };
  classes: string[];
  meta?: { method: string };
}
let kshot: Kshot;
let modelId: string;
let whole: Buffer;
beforeAll(async () => {
  kshot = await takeKshot();
  const { id } = await imported(kshot, 'digits.csv', example('digits8x8.csv'));
  modelId = (await runEnded(kshot, await startRun(kshot, id, { epochs: 1 }))).models[0]!.id;
  const file = await fetch(`${kshot.api}/files/models/${modelId}.safetensors`);
  whole = Buffer.from(await file.arrayBuffer());
});
afterAll(() => kshot.stop());

async function importModel(fileName: string, bytes: Buffer): Promise<unknown> {
  const uploadId = await upload(kshot, fileName, bytes);
  return kshot.ask('mutation ($input: ImportModelInput!) { importModel(input: $input) { id } }', {
    input: { uploadId, name: fileName },
  });
}

/** The file with another header or other data. */
function changed(change: (header: Header, data: Buffer) => void): Buffer {
  const start = 8 + Number(whole.readBigUInt64LE(0));
  const header = JSON.parse(whole.subarray(8, start).toString()) as Header;
  const data = Buffer.from(whole.subarray(start));
  change(header, data);
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, data]);
}
const saying = (change: (manifest: Manifest) => void): Buffer =>
  changed((header) => {
    const manifest = JSON.parse(header.__metadata__.manifest) as Manifest;
    change(manifest);
    header.__metadata__.manifest = JSON.stringify(manifest);
  });

test('the file as it was downloaded is taken', async () => {
  await expect(importModel('whole.safetensors', whole)).resolves.toBeTruthy();
});

test('a picture that is missing is answered as an error, which is not kept for a year', async () => {
  const { status, headers } = await fetch(`${kshot.api}/files/supports/${'0'.repeat(64)}/0.png`);
  expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
    404,
    'application/json; charset=utf-8',
    null,
  ]);
});

test.each<[string, () => Buffer, string]>([
  [
    'an array that is not as long as its shape',
    () =>
      changed((header) => {
        const name = Object.keys(header).find((key) => key.endsWith('/kernel')) as string;
        (header[name] as { shape: number[] }).shape[0] = 1e9;
      }),
    'DATA_FORMAT',
  ],
  ['weights that are not numbers', () => changed((_, data) => data.fill(0xff)), 'DATA_FORMAT'],
  ['a header that is cut off', () => whole.subarray(0, 100), 'DATA_FORMAT'],
  ['fewer classes than answers', () => saying((manifest) => manifest.classes.pop()), 'DATA_FORMAT'],
  [
    'an unknown kind of layer',
    () => saying((manifest) => (manifest.network.layers[0]!.kind = '__proto__')),
    'DATA_FORMAT',
  ],
  [
    'a method named as a property of every object',
    () => saying((manifest) => (manifest.meta = { method: 'constructor' })),
    'DATA_FORMAT',
  ],
  [
    'fewer columns than its network takes',
    () => saying((manifest) => manifest.input.columns?.pop()),
    'DATA_FORMAT',
  ],
  [
    'an input of 4000 x 4000',
    () =>
      saying((manifest) => {
        manifest.input = { modality: 'IMAGE', height: 4000, width: 4000, channels: 3 };
        manifest.network = {
          inputShape: [4000, 4000, 3],
          layers: [{ kind: 'globalAvgPool', name: 'mean' }],
        };
        manifest.classes = ['a', 'b', 'c'];
      }),
    'DATA_TOO_LARGE',
  ],
])('%s is refused at its import', async (_, file, code) => {
  expect(await refusal(importModel('odd.safetensors', file()))).toMatchObject({ code });
});

test('a file of weights that is listed twice is refused', async () => {
  const model = {
    modelTopology: {},
    weightsManifest: [{ paths: Array(60).fill('weights.bin'), weights: [] }],
  };
  const zip = zipSync({
    'model.json': Buffer.from(JSON.stringify(model)),
    'weights.bin': Buffer.alloc(1024),
  });
  expect(await refusal(importModel('odd.zip', Buffer.from(zip)))).toMatchObject({ code: 'DATA_FORMAT' });
});

test('Keras files with changed bytes are read or refused by name, and predictions go on meanwhile', async () => {
  const file = readFileSync(
    new URL('../../../libs/ingest/src/models/keras/fixtures/pretrained_model.h5', import.meta.url),
  );
  let state = 7;
  const random = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const codes = new Set<string>();
  for (let i = 0; i < 25; i++) {
    const bytes = Buffer.from(file);
    for (let k = 0; k < 6; k++) bytes[random(i % 2 ? 4096 : bytes.length)] = random(256);
    const [answer] = await Promise.all([
      importModel('odd.h5', bytes).then(
        () => 'READ',
        (error) => error.code as string,
      ),
      kshot.ask(`{ predict(modelId: "${modelId}", inputs: [{ row: [] }]) { class } }`),
    ]);
    codes.add(answer);
  }
  expect([...codes].filter((code) => !['READ', 'DATA_FORMAT', 'DATA_TOO_LARGE'].includes(code))).toEqual([]);
});
