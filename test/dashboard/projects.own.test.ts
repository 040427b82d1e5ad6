import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson, firstAccount, PASSWORD } from '../harness/accounts.js';
import { violations } from '../harness/axe.js';
import { startSeen } from '../harness/dashboard.js';
import { ended } from '../harness/kshot.js';
import { filledProject } from '../harness/projects/filled-project.js';

let seen: Awaited<ReturnType<typeof startSeen>>;
beforeAll(async () => {
  seen = await startSeen();
  await ended(seen.kshot.worker); // rows that are filled in stay as they are
});
afterAll(() => seen.stop());

async function signedInAs(name: string) {
  const page = await (
    await (await seen.page()).context().browser()!.newContext({ baseURL: seen.url })
  ).newPage();
  await page.goto('/access');
  await page.getByLabel('E-mail address').fill(`${name}@example.org`);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('You are signed in as').waitFor();
  return page;
}

test('without accounts nothing is said of projects', async () => {
  const page = await seen.page();
  await page.goto('/access');
  await page.getByRole('tab', { name: 'Keys' }).waitFor();
  expect(await page.getByText('project', { exact: false }).count()).toBe(0);
});

test('a project is made, its members are chosen, and each sees their own', async () => {
  const { ask } = await firstAccount(seen.kshot);
  await addPerson(ask, 'bob@example.org', 'EDITOR');
  const ada = await signedInAs('ada');
  expect(await ada.getByLabel('Project', { exact: true }).count()).toBe(0);
  await ada.getByRole('tab', { name: 'Projects' }).click();
  await ada.getByRole('button', { name: 'Add a project' }).click();
  await ada.getByLabel('Name', { exact: true }).fill('Birds');
  expect(await violations(ada)).toEqual([]);
  await ada.keyboard.press('Enter');
  await ada.getByText('2 projects').waitFor();
  await ada.getByRole('combobox', { name: 'Project' }).waitFor();
  const { projects } = await ask<{ projects: { nodes: { id: string; name: string }[] } }>(
    '{ projects(first: 9) { nodes { id name } } }',
  );
  const { id } = projects.nodes.find(({ name }) => name === 'Birds')!;
  await filledProject({ pool: seen.kshot.pool } as never, 'wren', id);
  await filledProject({ pool: seen.kshot.pool } as never, 'fern', projects.nodes[0]!.id);

  const bob = await signedInAs('bob');
  await bob.goto('/runs');
  await bob.getByRole('link', { name: 'thing fern' }).first().waitFor();
  expect(await bob.getByText('thing wren').count()).toBe(0);
  expect(await bob.getByRole('combobox', { name: 'Project' }).count()).toBe(0);

  await ada.getByRole('button', { name: 'Members of Birds' }).click();
  await ada.getByLabel('E-mail address').fill('bob@example.org');
  await ada.getByLabel('Role in the project').selectOption('VIEWER');
  await ada.getByRole('button', { name: 'Add', exact: true }).click();
  await ada.getByLabel('Role of bob').waitFor();
  expect(await violations(ada)).toEqual([]);
  await ada.keyboard.press('Escape');

  await bob.reload();
  await bob.getByRole('link', { name: 'thing wren' }).first().waitFor();
  await bob.getByRole('combobox', { name: 'Project' }).selectOption({ label: 'Birds' });
  await bob.getByRole('link', { name: 'thing wren' }).first().waitFor();
  await bob.getByText('thing fern').waitFor({ state: 'detached' });
  expect(await violations(bob)).toEqual([]);
  await bob.getByRole('combobox', { name: 'Project' }).selectOption({ label: 'All projects' });
  await bob.getByRole('link', { name: 'thing fern' }).first().waitFor();

  await ada.getByRole('tab', { name: 'Keys' }).click();
  await ada.getByRole('button', { name: 'New key' }).click();
  await ada.getByRole('dialog').getByLabel('Project').selectOption({ label: 'Birds' });
  expect(await violations(ada)).toEqual([]);
});

test('who only looks at a project is offered nothing that would be refused, and told why', async () => {
  const bob = await signedInAs('bob');
  await bob.goto('/runs');
  const makes = bob.getByRole('link', { name: 'New run' });
  await makes.first().waitFor();
  await bob.getByRole('combobox', { name: 'Project' }).selectOption({ label: 'Birds' });
  await bob.getByText('You look at things here and ask models.').waitFor();
  await bob.getByRole('link', { name: 'thing wren' }).first().click();
  await bob.getByRole('heading', { name: 'thing wren', level: 1 }).waitFor();
  expect(await makes.count()).toBe(0);
  expect(await bob.getByRole('button', { name: /^(Delete|Retry|Cancel)/ }).count()).toBe(0);
  expect(await violations(bob)).toEqual([]);
});

test('the pages of a model and of a data set offer nothing that would be refused either', async () => {
  const bob = await signedInAs('bob');
  const makes =
    /^(Edit|Archive|Serve by|Share|Transfer|Teach|New|Add|Rename|Check labels|Restore|Train|Delete)/;
  const refused = async (): Promise<string[]> => {
    const named = [];
    for (const role of ['button', 'link', 'checkbox'] as const)
      named.push(...(await bob.getByRole('main').getByRole(role, { name: makes }).allTextContents()));
    return named;
  };
  for (const [list, tabs] of [
    ['models', []],
    ['data', ['Examples', 'Labels', 'History']],
  ] as const) {
    await bob.goto(`/${list}?search=wren`);
    await bob.getByRole('link', { name: 'thing wren' }).first().click();
    await bob.getByRole('heading', { name: 'thing wren', level: 1 }).waitFor();
    await bob.getByText('You look at things here and ask models.').waitFor();
    expect(await refused()).toEqual([]);
    for (const tab of tabs) {
      await bob.getByRole('tab', { name: tab, exact: true }).click();
      expect(await refused()).toEqual([]);
    }
    expect(await violations(bob)).toEqual([]);
  }
  await bob.goto('/models?search=fern');
  await bob.getByRole('link', { name: 'thing fern' }).first().click();
  await bob.getByRole('button', { name: 'Serve by this name' }).waitFor();
});

test('what came with Kshot and is in a project that one does not see can be used, and not changed', async () => {
  const { pool } = seen.kshot;
  await pool.query(`delete from project_member where person_id = (select id from person where email = 'bob@example.org')
    and project_id <> (select id from project where name = 'Birds')`);
  await pool.query(
    `update project_member set role = 'EDITOR' where person_id = (select id from person where email = 'bob@example.org')`,
  );
  const { rows } = await pool.query<{ id: string }>(
    `update data_set set shipped = true where name = 'thing fern' returning id`,
  );
  const bob = await signedInAs('bob');
  await bob.goto(`/data/${rows[0]!.id}`);
  await bob.getByRole('heading', { name: 'thing fern', level: 1 }).waitFor();
  await bob.getByRole('tab', { name: 'Labels' }).click();
  await bob.getByRole('button', { name: 'Check labels' }).waitFor();
  await expect.poll(() => bob.getByRole('button', { name: 'New version' }).count()).toBe(0);
  expect(await bob.getByRole('button', { name: 'Delete data set' }).count()).toBe(0);
});
