import 'reflect-metadata';
import { findRows, insertRow } from '@kshot/store';
import { expect, test } from 'vitest';
import { publicPrincipal } from '../../../apps/api/src/access/principal.js';
import { contextOf } from '../../../apps/api/src/context.js';
import { addProject, renameProject } from '../../../apps/api/src/project/change-project.js';
import { servicesOf } from '../../harness/projects/project-walk.js';
import { newStore } from '../../harness/template-database.js';

async function everything() {
  const store = await newStore();
  return { store, context: contextOf(servicesOf(store), { ...publicPrincipal, memberships: null }) };
}

test('a project is not called as another one in another case or with blanks around', async () => {
  const { context } = await everything();
  const { id } = await addProject(context, ' Ärzte ');
  for (const name of ['DEFAULT', 'default ', 'ÄRZTE', '\tärzte'])
    await expect(addProject(context, name)).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(renameProject(context, id, 'deFault')).rejects.toThrow(
    'There is a project called Default already. Take another name.',
  );
  expect(await renameProject(context, id, 'ÄRZTE')).toMatchObject({ name: 'ÄRZTE' });
});

test('of two that take a name at once one gets it', async () => {
  const { store, context } = await everything();
  const ended = await Promise.allSettled(
    ['alpha', 'Alpha', 'ALPHA'].map((name) => addProject(context, name)),
  );
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await findRows(store, 'project', {})).toHaveLength(2);
});

test('projects that were called alike before keep their names', async () => {
  const { store, context } = await everything();
  const id = await insertRow(store.pool, 'project', { name: 'DEFAULT' });
  expect(await renameProject(context, id, 'DEFAULT')).toMatchObject({ name: 'DEFAULT' });
  expect(await renameProject(context, id, 'other')).toMatchObject({ name: 'other' });
});
