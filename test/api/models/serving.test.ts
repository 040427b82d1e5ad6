import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { drawings, example, imported, upload } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { trainedModel } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
let models: [string, string];
let pictures: string;
beforeAll(async () => {
  kshot = await takeKshot();
  const { id } = await imported(kshot, 'iris.csv', example('iris.csv'));
  models = [await trainedModel(kshot, id), await trainedModel(kshot, id)];
  pictures = await trainedModel(kshot, (await imported(kshot, 'x.zip', drawings())).id);
});
afterAll(() => kshot.stop());

const row = { sepal_length: 5.1, sepal_width: '3.5', petal_length: 1.4, petal_width: null };

async function asked(target: string, body: BodyInit, headers: Record<string, string> = {}) {
  const response = await fetch(`${kshot.api}/v1/models/${target}:predict`, {
    method: 'POST',
    headers,
    body,
  });
  return { status: response.status, answer: await response.json() };
}
const json = (target: string, body: unknown) =>
  asked(target, typeof body === 'string' ? body : JSON.stringify(body), {
    'content-type': 'application/json',
  });

async function setAlias(name: string, modelId: string, alias = 'production'): Promise<string> {
  const { setAlias: set } = await kshot.ask<{ setAlias: { id: string } }>(
    'mutation ($input: SetAliasInput!) { setAlias(input: $input) { id } }',
    { input: { name, alias, modelId } },
  );
  return set.id;
}
const rollBack = (id: string) => kshot.ask(`mutation { rollBackAlias(id: "${id}") { id } }`);

test('an alias moves under load without a failed request, and rolls back', async () => {
  const id = await setAlias('flowers', models[0]);
  let going = true;
  const seen = new Set<string>();
  const client = async () => {
    while (going) {
      const { status, answer } = await json('flowers', { inputs: [{ row }] });
      expect(status).toBe(200);
      seen.add(answer.model.id);
    }
  };
  const clients = Promise.all([client(), client(), client()]);
  for (let i = 1; i <= 6; i++) await setAlias('flowers', models[i % 2]!);
  await setAlias('flowers', models[1]);
  going = false;
  await clients;
  expect([...seen].every((model) => models.includes(model))).toBe(true);
  expect((await json('flowers', { inputs: [{ row }] })).answer.model.id).toBe(models[1]);
  await rollBack(id);
  expect((await json('flowers@production', { inputs: [{ row }] })).answer.model.id).toBe(models[0]);
});

test('an alias without an earlier model cannot be rolled back', async () => {
  expect(await refusal(rollBack(await setAlias('fresh', models[0])))).toMatchObject({ code: 'CONFLICT' });
});

test('a model that is served is deleted only with its aliases named', async () => {
  const { importModel } = await kshot.ask<{ importModel: { id: string } }>(
    'mutation ($input: ImportModelInput!) { importModel(input: $input) { id } }',
    { input: { uploadId: await again(models[0]), name: 'copy' } },
  );
  const { id } = importModel;
  await setAlias('doomed', id, 'staging');
  expect(await refusal(kshot.ask(`mutation { deleteModel(id: "${id}") }`))).toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('doomed@staging'),
  });
  await kshot.ask(`mutation { deleteModel(id: "${id}", aliases: ["doomed@staging"]) }`);
  expect((await json('doomed@staging', { inputs: [{ row }] })).status).toBe(404);
});

async function again(modelId: string): Promise<string> {
  const file = await fetch(`${kshot.api}/files/models/${modelId}.safetensors`);
  const bytes = Buffer.from(await file.arrayBuffer());
  return upload(kshot, 'copy.safetensors', bytes);
}

test('photos come as files of a form', async () => {
  const photo = await sharp({ create: { width: 30, height: 30, channels: 3, background: 'white' } })
    .png()
    .toBuffer();
  const form = new FormData();
  form.append('image', new Blob([new Uint8Array(photo)]), 'a.png');
  form.append('image', new Blob([new Uint8Array(photo)]), 'b.png');
  form.append('top', '3');
  const { status, answer } = await asked(pictures, form);
  expect(status).toBe(200);
  expect(answer.predictions).toHaveLength(2);
  expect(answer.predictions[0].probabilities).toHaveLength(3);
});

test.each<[string, string | object, number, string]>([
  ['no JSON', '{', 400, 'BAD_INPUT'],
  ['no inputs', { inputs: [] }, 400, 'BAD_INPUT'],
  ['two kinds of input at once', { inputs: [{ text: 'a', row: {} }] }, 400, 'BAD_INPUT'],
  ['an input of another kind', { inputs: [{ text: 'a' }] }, 400, 'BAD_INPUT'],
  ['an unknown column', { inputs: [{ row: { colour: 1 } }] }, 400, 'BAD_INPUT'],
  ['sets of a model that is not calibrated', { inputs: [{ row }], coverage: 0.9 }, 409, 'CONFLICT'],
])('%s is refused', async (_, body, status, code) => {
  const refused = await json(models[0], body);
  expect(refused).toMatchObject({ status, answer: { error: { code, message: expect.any(String) } } });
});

test('a name that nothing is served by and a wrong method are refused', async () => {
  expect(await json('nobody', { inputs: [{ row }] })).toMatchObject({
    status: 404,
    answer: { error: { code: 'NOT_FOUND' } },
  });
  const got = await fetch(`${kshot.api}/v1/models/x:predict`);
  expect(got.status).toBe(405);
});

test('the OpenAPI document names every address and only schemas that it has', async () => {
  const response = await fetch(`${kshot.api}/v1/openapi.json`);
  const text = await response.text();
  const { paths, components } = JSON.parse(text);
  expect(Object.keys(paths)).toEqual(['/v1/models/{model}:predict']);
  for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g))
    expect(components.schemas).toHaveProperty(name!);
});

const update = (input: Record<string, unknown>) =>
  kshot.ask<{ updateModel: { name: string; tags: string[]; note: string; archivedAt: string | null } }>(
    'mutation ($input: UpdateModelInput!) { updateModel(input: $input) { name tags note archivedAt } }',
    { input },
  );

test('an archived model leaves the list and still answers where its name points to it', async () => {
  const [id] = models;
  await setAlias('kept', id);
  const { updateModel } = await update({ id, name: ' Irises ', tags: ['spring', 'spring'], archived: true });
  expect(updateModel).toMatchObject({ name: 'Irises', tags: ['spring'], note: '' });
  const count = (filter: string) => kshot.ask(`{ models(first: 9, filter: { ${filter} }) { totalCount } }`);
  expect(await count('tag: "spring"')).toEqual({ models: { totalCount: 0 } });
  expect(await count('tag: "spring", archived: true')).toEqual({ models: { totalCount: 1 } });
  expect((await json('kept', { inputs: [{ row }] })).answer.model).toEqual({ id, name: 'Irises' });
  await update({ id, archived: false });
  expect(await count('tag: "spring"')).toEqual({ models: { totalCount: 1 } });
  expect(await kshot.ask('{ modelTags }')).toEqual({ modelTags: ['spring'] });
});

test.each([
  [{ name: '  ' }],
  [{ name: 'n'.repeat(161) }],
  [{ tags: ['a.b'] }],
  [{ tags: [''] }],
  [{ tags: Array.from({ length: 21 }, (_, i) => `t${i}`) }],
  [{ note: 'n'.repeat(10_001) }],
])('%j is refused, and nothing changes', async (changes) => {
  const [id] = models;
  expect((await refusal(update({ id, archived: true, ...changes }))).code).toBe('BAD_INPUT');
  expect((await update({ id })).updateModel.archivedAt).toBeNull();
});
