import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../harness/ask.js';
import type { Seen } from '../harness/dashboard.js';
import { isOver } from '../harness/subscribe.js';
import { takeSeen } from '../harness/systems/take.js';
import {
  changesOf,
  kindsOfWork,
  newSubjects,
  type Subjects,
  stateOf,
} from '../harness/works/kinds-of-work.js';

let seen: Seen;
let subjects: Subjects;
beforeAll(async () => {
  seen = await takeSeen();
  subjects = await newSubjects(seen.kshot);
});
afterAll(() => seen.stop());

describe.each(kindsOfWork)('the page of the kind $title', (kind) => {
  const { path, idOf, what, cancelled = 'Cancelled', done = 'Done' } = kind.page;
  let id: string;
  let page: Page;
  const changes = () => changesOf(kind, seen.kshot, id);
  const shows = (text: string) => page.getByText(text).first().waitFor();
  beforeAll(async () => {
    id = await kind.start(subjects);
    await changes().cancel();
    await until(() => stateOf(kind, seen.kshot, id), isOver);
    page = await seen.page();
    await page.goto(path + ((await idOf?.(subjects, id)) ?? id));
  });
  afterAll(() => page.close());

  test('says that work was cancelled, and that this is no failure', async () => {
    await shows(cancelled);
    expect(await page.getByRole('alert').filter({ hasText: /./ }).count()).toBe(0);
  });

  test('follows a retry that somebody else made', async () => {
    await changes().retry();
    await shows(done);
  });

  test('says that it was deleted by somebody else', async () => {
    await changes().remove();
    await shows(`There is no such ${what}`);
  });
});
