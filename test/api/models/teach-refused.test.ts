import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import type { Kshot } from '../../harness/kshot.js';
import { starter } from '../../harness/models/starters.js';
import { correct, sentences, setAlias, teach } from '../../harness/models/teach.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
let texts: string;
beforeAll(async () => {
  kshot = await takeKshot();
  texts = await starter(kshot, 'potion-base-8m');
});
afterAll(() => kshot.stop());

test('what cannot be taught is refused with what is wrong', async () => {
  const begun = await teach(kshot, { modelId: texts, support: [sentences('a', 'x y'), sentences('b', 'z')] });
  const cases: [object, string, string][] = [
    [{ support: [sentences('a', 'x')] }, 'BAD_INPUT', 'either'],
    [{ modelId: texts, alias: 'help', support: [sentences('a', 'x')] }, 'BAD_INPUT', 'either'],
    [{ modelId: begun.id, support: [] }, 'DATA_EMPTY', 'nothing to teach'],
    [{ modelId: texts, support: [sentences('a', 'x')] }, 'DATA_ONE_CLASS', 'two classes'],
    [{ modelId: begun.id, support: [sentences(' ', 'x')] }, 'BAD_INPUT', 'needs a name'],
    [{ modelId: begun.id, support: [sentences('a', ' ')] }, 'DATA_EMPTY', 'is empty'],
    [{ modelId: begun.id, name: 'n'.repeat(161), support: [sentences('a', 'x')] }, 'BAD_INPUT', '160'],
    [{ alias: 'nobody', support: [sentences('a', 'x')] }, 'NOT_FOUND', 'nobody'],
    [{ modelId: 'no id', support: [sentences('a', 'x')] }, 'NOT_FOUND', 'no id'],
    [{ modelId: begun.id, support: [{ name: 'q', examples: [] }] }, 'DATA_EMPTY', 'class "q"'],
    [{ modelId: begun.id, support: [{ name: 'a', examples: [{ image: 'AAAA' }] }] }, 'BAD_INPUT', 'text'],
    [
      { modelId: begun.id, support: [sentences('a', ...Array.from({ length: 101 }, (_, i) => `t ${i}`))] },
      'DATA_TOO_LARGE',
      'At most',
    ],
  ];
  for (const [input, code, part] of cases)
    expect(await refusal(teach(kshot, input)), part).toEqual({
      code,
      message: expect.stringContaining(part),
    });
});

test('a correction of an example that is not there is refused', async () => {
  const begun = await teach(kshot, { modelId: texts, support: [sentences('a', 'x y'), sentences('b', 'z')] });
  expect(await refusal(correct(kshot, { modelId: begun.id, changes: [{ index: 9, class: 'a' }] }))).toEqual({
    code: 'BAD_INPUT',
    message: expect.stringContaining('no example 9'),
  });
});

test('a correction that names an alias is refused once that answers by another model', async () => {
  const { id } = await teach(kshot, {
    modelId: texts,
    support: [sentences('a', 'x y'), sentences('b', 'z')],
  });
  await setAlias(kshot, 'moved', id);
  await teach(kshot, { alias: 'moved', support: [sentences('c', 'w')] });
  expect(
    await refusal(correct(kshot, { modelId: id, alias: 'moved', changes: [{ index: 0, class: 'b' }] })),
  ).toEqual({ code: 'CONFLICT', message: expect.stringContaining('answers by another model now') });
});

test('an empty text among several is named by its number', async () => {
  const { id } = await teach(kshot, {
    modelId: texts,
    support: [sentences('a', 'x y'), sentences('b', 'z')],
  });
  const response = await fetch(`${kshot.api}/v1/models/${id}:predict`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ inputs: [{ text: 'x' }, { text: ' ' }] }),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    error: { code: 'DATA_EMPTY', message: expect.stringContaining('Input 2') },
  });
});
