import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { example, imported } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { starter } from '../../harness/models/starters.js';
import { correct, sentences, served, setAlias, type Taught, teach } from '../../harness/models/teach.js';
import { endedTransfer } from '../../harness/runs.js';
import { subscribed } from '../../harness/subscribe.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
let photos: string;
let texts: string;
beforeAll(async () => {
  kshot = await takeKshot();
  photos = await starter(kshot, 'efficientnet-lite2');
  texts = await starter(kshot, 'potion-base-8m');
});
afterAll(() => kshot.stop());

const clothes = unzipSync(example('clothes.zip'));
const photosOf = (name: string, from: number, to: number) => ({
  name,
  examples: Object.entries(clothes)
    .filter(([file]) => file.includes(`${name}/`) && file.endsWith('.jpg'))
    .slice(from, to)
    .map(([, bytes]) => ({ image: Buffer.from(bytes).toString('base64') })),
});

test('a starter is taught two classes of photos, then a third, and tells them apart', async () => {
  const two = await teach(kshot, {
    modelId: photos,
    support: [photosOf('hat', 0, 5), photosOf('shoes', 0, 5)],
  });
  expect(two.classes).toEqual(['hat', 'shoes']);
  const three = await teach(kshot, { modelId: two.id, support: [photosOf('t-shirt', 0, 5)] });
  expect(three.classes).toEqual(['hat', 'shoes', 't-shirt']);
  const { predict } = await kshot.ask<{ predict: { class: string }[] }>(
    'query ($modelId: ID!, $inputs: [PredictInput!]!) { predict(modelId: $modelId, inputs: $inputs) { class } }',
    {
      modelId: three.id,
      inputs: ['hat', 'shoes', 't-shirt'].map((name) => photosOf(name, 6, 7).examples[0]),
    },
  );
  expect(predict.map((one) => one.class)).toEqual(['hat', 'shoes', 't-shirt']);
  const picture = await fetch(kshot.api + three.lesson![0]!.imageUrl!);
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
});

test('a served name moves to the taught model at once, tells who follows it, and goes back', async () => {
  const { id } = await teach(kshot, {
    modelId: texts,
    support: [sentences('refund', 'money back please'), sentences('login', 'I forgot my password')],
  });
  const aliasId = await setAlias(kshot, 'help', id);
  const seen: string[][] = [];
  const following = (async () => {
    for await (const { aliasChanged } of subscribed<{ aliasChanged: { model: { classes: string[] } } }>(
      kshot.api,
      'subscription ($id: ID!) { aliasChanged(id: $id) { model { classes } } }',
      { id: aliasId },
    )) {
      seen.push(aliasChanged.model.classes);
      if (seen.length === 3) return;
    }
  })();
  await expect.poll(() => seen).toEqual([['login', 'refund']]);
  await teach(kshot, {
    alias: 'help',
    support: [sentences('delivery', 'where is my parcel', 'the parcel is late')],
  });
  expect((await served(kshot, 'help', { text: 'my parcel did not arrive' })).class).toBe('delivery');
  await expect.poll(() => seen.at(-1)).toEqual(['delivery', 'login', 'refund']);
  await kshot.ask('mutation ($id: ID!) { rollBackAlias(id: $id) { id } }', { id: aliasId });
  await following;
  expect(seen.at(-1)).toEqual(['login', 'refund']);
});

test('no, this is X: an example that is taught again changes its class, and corrections forget', async () => {
  const { id } = await teach(kshot, {
    modelId: texts,
    support: [sentences('a', 'one fish', 'two fish'), sentences('b', 'red bird', 'blue bird')],
  });
  const again = await teach(kshot, { modelId: id, support: [sentences('b', 'two fish')] });
  const shown = ({ lesson }: Taught) =>
    lesson!.map((one) => `${one.index} ${one.class} ${one.text}`).reverse();
  expect(shown(again)).toEqual(['0 a one fish', '1 b two fish', '2 b red bird', '3 b blue bird']);
  const corrected = await correct(kshot, {
    modelId: again.id,
    changes: [{ index: 1 }, { index: 3, class: 'c' }],
  });
  expect(shown(corrected)).toEqual(['0 a one fish', '1 b red bird', '2 c blue bird']);
  expect(corrected.classes).toEqual(['a', 'b', 'c']);
});

test('what was set on a model stays with it when it is taught more', async () => {
  const { id } = await teach(kshot, {
    modelId: texts,
    support: [sentences('a', 'one fish', 'two fish'), sentences('b', 'red bird', 'blue bird')],
  });
  await kshot.ask('mutation ($input: UpdateModelInput!) { updateModel(input: $input) { id } }', {
    input: { id, note: 'for the shop', tags: ['shop'] },
  });
  await kshot.ask(
    'mutation ($id: ID!) { setThreshold(modelId: $id, positive: "b", threshold: 0.9) { id } }',
    { id },
  );
  const { id: next } = await teach(kshot, { modelId: id, support: [sentences('b', 'green bird')] });
  const { model } = await kshot.ask<{ model: object }>(
    `{ model(id: "${next}") { tags note twoClasses { threshold positive } } }`,
  );
  expect(model).toEqual({
    tags: ['shop'],
    note: 'for the shop',
    twoClasses: { threshold: 0.9, positive: 'b' },
  });
});

test('a model that was trained on a data set keeps its examples and learns a class from a few more', async () => {
  const { id: versionId } = await imported(kshot, 'intents.csv', example('intents.csv'));
  const { models } = await endedTransfer(kshot, { versionId, modelId: texts, options: { method: 'RIDGE' } });
  const { lesson, classes } = await teach(kshot, {
    modelId: models[0]!.id,
    support: [sentences('zzz_weather', 'will it rain today', 'is it sunny outside')],
  });
  expect(classes).toContain('zzz_weather');
  expect(lesson!.slice(0, 2).map((one) => one.text)).toEqual(['is it sunny outside', 'will it rain today']);
  expect(lesson![2]!.text).toEqual(expect.any(String));
});
