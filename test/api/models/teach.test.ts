import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { example, imported } from '../../harness/data-sets.js';
import { type Kshot, startKshot } from '../../harness/kshot.js';
import { starter } from '../../harness/models/starters.js';
import { endedTransfer } from '../../harness/runs.js';
import { subscribed } from '../../harness/subscribe.js';

let kshot: Kshot;
let photos: string;
let texts: string;
beforeAll(async () => {
  kshot = await startKshot();
  photos = await starter(kshot, 'efficientnet-lite2');
  texts = await starter(kshot, 'potion-base-8m');
});
afterAll(() => kshot.stop());

interface Taught {
  readonly id: string;
  readonly classes: string[];
  readonly lesson: { index: number; class: string; text: string | null; imageUrl: string | null }[] | null;
}
const FIELDS = '{ id classes lesson { index class text imageUrl } }';
const teach = async (input: object): Promise<Taught> =>
  (
    await kshot.ask<{ teach: Taught }>(`mutation ($input: TeachInput!) { teach(input: $input) ${FIELDS} }`, {
      input,
    })
  ).teach;
const correct = async (input: object): Promise<Taught> =>
  (
    await kshot.ask<{ correct: Taught }>(
      `mutation ($input: CorrectInput!) { correct(input: $input) ${FIELDS} }`,
      { input },
    )
  ).correct;
const sentences = (name: string, ...lines: string[]) => ({ name, examples: lines.map((text) => ({ text })) });

async function setAlias(name: string, modelId: string): Promise<string> {
  const { setAlias: set } = await kshot.ask<{ setAlias: { id: string } }>(
    'mutation ($input: SetAliasInput!) { setAlias(input: $input) { id } }',
    { input: { name, modelId } },
  );
  return set.id;
}

async function asked(target: string, instance: object): Promise<{ class: string; classes: string[] }> {
  const response = await fetch(`${kshot.api}/v1/models/${target}:predict`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ inputs: [instance], top: 100 }),
  });
  const body = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(body));
  const [{ class: name, probabilities }] = body.predictions;
  return {
    class: name,
    classes: probabilities.map((one: { class: string }) => one.class),
  };
}

const clothes = unzipSync(example('clothes.zip'));
const photosOf = (name: string, from: number, to: number) => ({
  name,
  examples: Object.entries(clothes)
    .filter(([file]) => file.includes(`${name}/`) && file.endsWith('.jpg'))
    .slice(from, to)
    .map(([, bytes]) => ({ image: Buffer.from(bytes).toString('base64') })),
});

test('a starter is taught two classes of photos, then a third, and tells them apart', async () => {
  const two = await teach({ modelId: photos, support: [photosOf('hat', 0, 5), photosOf('shoes', 0, 5)] });
  expect(two.classes).toEqual(['hat', 'shoes']);
  const three = await teach({ modelId: two.id, support: [photosOf('t-shirt', 0, 5)] });
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
  const { id } = await teach({
    modelId: texts,
    support: [sentences('refund', 'money back please'), sentences('login', 'I forgot my password')],
  });
  const aliasId = await setAlias('help', id);
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
  await teach({
    alias: 'help',
    support: [sentences('delivery', 'where is my parcel', 'the parcel is late')],
  });
  expect((await asked('help', { text: 'my parcel did not arrive' })).class).toBe('delivery');
  await expect.poll(() => seen.at(-1)).toEqual(['delivery', 'login', 'refund']);
  await kshot.ask('mutation ($id: ID!) { rollBackAlias(id: $id) { id } }', { id: aliasId });
  await following;
  expect(seen.at(-1)).toEqual(['login', 'refund']);
});

test('no, this is X: an example that is taught again changes its class, and corrections forget', async () => {
  const { id } = await teach({
    modelId: texts,
    support: [sentences('a', 'one fish', 'two fish'), sentences('b', 'red bird', 'blue bird')],
  });
  const again = await teach({ modelId: id, support: [sentences('b', 'two fish')] });
  const shown = ({ lesson }: Taught) =>
    lesson!.map((one) => `${one.index} ${one.class} ${one.text}`).reverse();
  expect(shown(again)).toEqual(['0 a one fish', '1 b two fish', '2 b red bird', '3 b blue bird']);
  const corrected = await correct({ modelId: again.id, changes: [{ index: 1 }, { index: 3, class: 'c' }] });
  expect(shown(corrected)).toEqual(['0 a one fish', '1 b red bird', '2 c blue bird']);
  expect(corrected.classes).toEqual(['a', 'b', 'c']);
});

test('what was set on a model stays with it when it is taught more', async () => {
  const { id } = await teach({
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
  const { id: next } = await teach({ modelId: id, support: [sentences('b', 'green bird')] });
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
  const { lesson, classes } = await teach({
    modelId: models[0]!.id,
    support: [sentences('zzz_weather', 'will it rain today', 'is it sunny outside')],
  });
  expect(classes).toContain('zzz_weather');
  expect(lesson!.slice(0, 2).map((one) => one.text)).toEqual(['is it sunny outside', 'will it rain today']);
  expect(lesson![2]!.text).toEqual(expect.any(String));
});

test('teaching and asking at the same time are as if done one after the other', async () => {
  const { id } = await teach({
    modelId: texts,
    support: [sentences('base0', 'a first text'), sentences('base1', 'another one')],
  });
  await setAlias('busy', id);
  const names = Array.from({ length: 8 }, (_, i) => `class${i}`);
  const clock = () => performance.now();
  const added = new Map<string, { from: number; to: number }>();
  const reads: { from: number; to: number; classes: Set<string> }[] = [];
  let teaching = true;
  const reader = async () => {
    while (teaching) {
      const from = clock();
      const { classes } = await asked('busy', { text: 'a first text' });
      reads.push({ from, to: clock(), classes: new Set(classes) });
    }
  };
  const teacher = async (name: string) => {
    const from = clock();
    await teach({ alias: 'busy', support: [sentences(name, `this is about ${name}`)] });
    added.set(name, { from, to: clock() });
  };
  const readers = [reader(), reader(), reader()];
  await Promise.all(names.map(teacher));
  teaching = false;
  await Promise.all(readers);
  const wrong = reads.filter(({ from, to, classes }) =>
    names.some((name) => {
      const own = added.get(name)!;
      return (own.to < from && !classes.has(name)) || (own.from > to && classes.has(name));
    }),
  );
  const inOrder = reads.toSorted((a, b) => a.classes.size - b.classes.size);
  const split = inOrder.filter(
    (read, i) => i > 0 && ![...inOrder[i - 1]!.classes].every((one) => read.classes.has(one)),
  );
  const back = reads.filter((read) =>
    reads.some((later) => later.from > read.to && later.classes.size < read.classes.size),
  );
  expect({ wrong, split, back }).toEqual({ wrong: [], split: [], back: [] });
  expect((await asked('busy', { text: 'this is about class3' })).classes).toHaveLength(10);
});

test('what cannot be taught is refused with what is wrong', async () => {
  const begun = await teach({ modelId: texts, support: [sentences('a', 'x y'), sentences('b', 'z')] });
  const cases: [object, string, string][] = [
    [{ support: [sentences('a', 'x')] }, 'BAD_INPUT', 'either'],
    [{ modelId: texts, alias: 'help', support: [sentences('a', 'x')] }, 'BAD_INPUT', 'either'],
    [{ modelId: begun.id, support: [] }, 'DATA_EMPTY', 'nothing to teach'],
    [{ modelId: texts, support: [sentences('a', 'x')] }, 'DATA_ONE_CLASS', 'two classes'],
    [{ modelId: begun.id, support: [sentences(' ', 'x')] }, 'BAD_INPUT', 'needs a name'],
    [{ modelId: begun.id, support: [sentences('a', ' ')] }, 'DATA_EMPTY', 'is empty'],
    [{ modelId: begun.id, name: 'n'.repeat(161), support: [sentences('a', 'x')] }, 'BAD_INPUT', '160'],
    [{ alias: 'nobody', support: [sentences('a', 'x')] }, 'NOT_FOUND', 'nobody'],
    [{ modelId: begun.id, support: [{ name: 'a', examples: [{ image: 'AAAA' }] }] }, 'BAD_INPUT', 'text'],
    [
      { modelId: begun.id, support: [sentences('a', ...Array.from({ length: 101 }, (_, i) => `t ${i}`))] },
      'DATA_TOO_LARGE',
      'At most',
    ],
  ];
  for (const [input, code, part] of cases)
    expect(await refusal(teach(input)), part).toEqual({ code, message: expect.stringContaining(part) });
  expect(await refusal(correct({ modelId: begun.id, changes: [{ index: 9, class: 'a' }] }))).toEqual({
    code: 'BAD_INPUT',
    message: expect.stringContaining('no example 9'),
  });
});
