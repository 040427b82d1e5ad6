import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal, until } from '../harness/ask.js';
import { heardUntil, isOver, subscribed } from '../harness/subscribe.js';
import { takeKshot } from '../harness/systems/take.js';
import {
  changesOf,
  kindsOfWork,
  newSubjects,
  type Subjects,
  stateOf,
} from '../harness/works/kinds-of-work.js';

let subjects: Subjects;
beforeAll(async () => {
  subjects = await newSubjects(await takeKshot());
});
afterAll(() => subjects.kshot.stop());

describe.each(kindsOfWork)('work of the kind $title', (kind) => {
  const { field, changed = `${field}Changed`, done = 'DONE', cancelled = { status: 'CANCELLED' } } = kind;
  let id: string;
  const changes = () => changesOf(kind, subjects.kshot, id);
  const follow = async () => {
    const query = `subscription ($id: ID!) { it: ${changed}(id: $id) { status } }`;
    const coming = subscribed<{ it: { status: string } }>(subjects.kshot.api, query, { id });
    expect((await coming.next()).value.it).toSatisfy(isOver);
    return coming;
  };

  test('is cancelled, and says so', async () => {
    id = await kind.start(subjects);
    await changes().cancel();
    expect(await until(() => stateOf(kind, subjects.kshot, id), isOver)).toMatchObject(cancelled);
  });

  test('is not cancelled twice', async () => {
    expect(await refusal(changes().cancel())).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('there is nothing to cancel'),
    });
  });

  test('is done once it is retried, and who followed it to its end hears so', async () => {
    const coming = await follow();
    await changes().retry();
    const heard = await heardUntil(coming, ({ it }) => isOver(it));
    expect(heard.at(-1)?.it.status).toBe(done);
  });

  test('is not retried when it is done', async () => {
    expect((await refusal(changes().retry())).code).toBe('CONFLICT');
  });

  test('is followed until it is deleted', async () => {
    const coming = await follow();
    await changes().remove();
    expect(await coming.next()).toEqual({ done: true, value: undefined });
  });
});
