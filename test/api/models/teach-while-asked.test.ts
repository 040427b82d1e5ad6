import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Kshot } from '../../harness/kshot.js';
import { starter } from '../../harness/models/starters.js';
import { sentences, served, setAlias, teach } from '../../harness/models/teach.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
let texts: string;
beforeAll(async () => {
  kshot = await takeKshot();
  texts = await starter(kshot, 'potion-base-8m');
});
afterAll(() => kshot.stop());

test('teaching and asking at the same time are as if done one after the other', async () => {
  const { id } = await teach(kshot, {
    modelId: texts,
    support: [sentences('base0', 'a first text'), sentences('base1', 'another one')],
  });
  await setAlias(kshot, 'busy', id);
  const names = Array.from({ length: 8 }, (_, i) => `class${i}`);
  const clock = () => performance.now();
  const added = new Map<string, { from: number; to: number }>();
  const reads: { from: number; to: number; classes: Set<string> }[] = [];
  let teaching = true;
  const reader = async () => {
    while (teaching) {
      const from = clock();
      const { classes } = await served(kshot, 'busy', { text: 'a first text' });
      reads.push({ from, to: clock(), classes: new Set(classes) });
    }
  };
  const teacher = async (name: string) => {
    const from = clock();
    await teach(kshot, { alias: 'busy', support: [sentences(name, `this is about ${name}`)] });
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
  expect((await served(kshot, 'busy', { text: 'this is about class3' })).classes).toHaveLength(10);
});

test('of several that teach one served model by its id, one is kept and the others are told', async () => {
  const { id } = await teach(kshot, {
    modelId: texts,
    support: [sentences('a', 'a first text'), sentences('b', 'another one')],
  });
  await setAlias(kshot, 'raced', id);
  const names = ['c', 'd', 'e'];
  const outcomes = await Promise.allSettled(
    names.map((name) => teach(kshot, { modelId: id, support: [sentences(name, `about ${name}`)] })),
  );
  const refused = outcomes.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(2);
  for (const { reason } of refused as PromiseRejectedResult[])
    expect([reason.code, reason.message]).toEqual(['CONFLICT', expect.stringContaining('Teach by `alias`')]);
  const kept = names.filter((_, i) => outcomes[i]!.status === 'fulfilled');
  const { classes } = await served(kshot, 'raced', { text: 'a first text' });
  expect(classes.toSorted()).toEqual(['a', 'b', ...kept]);
});
