import { readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { imported, upload } from '../../harness/data-sets.js';
import { type Kshot, root } from '../../harness/kshot.js';
import { runEnded } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

type Shipped = { name: string; file: string; classes?: string };
const shipped: Shipped[] = JSON.parse(readFileSync(path.join(root, 'models/index.json'), 'utf8'));

let kshot: Kshot;
beforeAll(async () => {
  kshot = await takeKshot();
});
afterAll(() => kshot.stop());

async function register({ name, file, classes }: Shipped): Promise<string> {
  const bytes = readFileSync(path.join(root, 'models', file));
  const input = {
    uploadId: await upload(kshot, path.basename(file), bytes),
    name,
    ...(classes
      ? {
          classes: readFileSync(path.join(root, 'models', classes), 'utf8')
            .trim()
            .split('\n'),
        }
      : {}),
  };
  const { importModel } = await kshot.ask<{ importModel: { id: string } }>(
    'mutation ($input: ImportModelInput!) { importModel(input: $input) { id } }',
    { input },
  );
  return importModel.id;
}

/** Pictures of stripes, upright or level, in random colours. */
async function stripes(): Promise<Buffer> {
  const files: Record<string, Uint8Array> = {};
  for (const [name, turn] of Object.entries({ upright: 0, level: 90 }))
    for (let i = 0; i < 8; i++) {
      const lines = Array.from({ length: 6 }, (_, k) => `<rect x="${k * 20 + i}" width="9" height="120"/>`);
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="120"><rect width="120" height="120" fill="hsl(${i * 40},60%,80%)"/><g fill="hsl(${i * 77},80%,30%)" transform="rotate(${turn} 60 60)">${lines.join('')}</g></svg>`;
      files[`${name}/${i}.png`] = await sharp(Buffer.from(svg)).png().toBuffer();
    }
  return Buffer.from(zipSync(files));
}

test('training on photos, with nothing chosen, starts from the best starter, not the first registered', async () => {
  const named = (part: string) => shipped.find(({ name }) => name.startsWith(part)) as Shipped;
  await register(named('MobileNet'));
  const best = await register(named('EfficientNet-Lite2'));
  const version = await imported(kshot, 'stripes.zip', await stripes());
  const { train } = await kshot.ask<{ train: { id: string } }>(
    'mutation ($input: TrainInput!) { train(input: $input) { id } }',
    { input: { versionId: version.id } },
  );
  const run = await runEnded(kshot, train.id);
  const { model } = await kshot.ask<{ model: { parent: { id: string } } }>(
    `{ model(id: "${run.models[0]!.id}") { parent { id } } }`,
  );
  expect(model.parent.id).toBe(best);
  expect(run.report!.accuracy).toBe(1);
});
