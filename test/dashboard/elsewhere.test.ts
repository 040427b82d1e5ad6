import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../harness/ask.js';
import type { Seen } from '../harness/dashboard.js';
import { stuckImport } from '../harness/data-sets.js';
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

describe('the list of data sets', () => {
  let page: Page;
  const name = 'Sent by somebody else';
  const row = () => page.getByRole('link', { name });
  const dataSet = async () => {
    const query = '{ dataSets(first: 100) { nodes { id name latest { id } } } }';
    const { dataSets } = await seen.kshot.ask<{
      dataSets: { nodes: { id: string; name: string; latest: { id: string } }[] };
    }>(query);
    return dataSets.nodes.find((one) => one.name === name)!;
  };
  let versionId: string;
  beforeAll(async () => {
    page = await seen.page();
    await page.goto('/data');
    await page.getByText('iris.csv').first().waitFor();
  });
  afterAll(() => page.close());

  test('shows an import that somebody else began, with its progress', async () => {
    await stuckImport(seen.kshot, name);
    await row().waitFor();
    await page.getByText(/^Importing, /).waitFor();
    versionId = (await dataSet()).latest.id;
  });

  test('leaves out what was cancelled by somebody else', async () => {
    await seen.kshot.ask('mutation ($id: ID!) { cancelImport(versionId: $id) { id } }', { id: versionId });
    await row().waitFor({ state: 'detached' });
  });

  test('shows what somebody else imports again, and its examples once it is ready', async () => {
    await seen.kshot.ask('mutation ($id: ID!) { retryImport(versionId: $id) { id } }', { id: versionId });
    await page.getByText('20 table rows').waitFor();
  });

  test('leaves out what somebody else deleted', async () => {
    await seen.kshot.ask('mutation ($id: ID!) { deleteDataSet(id: $id) }', { id: (await dataSet()).id });
    await row().waitFor({ state: 'detached' });
  });
});

test('the page of a model says that somebody else deleted it', async () => {
  const page = await seen.page();
  await page.goto(`/models/${subjects.modelId}`);
  await page.getByRole('heading', { name: 'Lineage' }).waitFor();
  await page.waitForLoadState('networkidle');
  await seen.kshot.ask('mutation ($id: ID!) { deleteModel(id: $id) }', { id: subjects.modelId });
  await page.getByText('There is no such model').waitFor();
  await page.close();
});
