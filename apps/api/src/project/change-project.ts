import { DomainError, isId } from '@kshot/domain';
import {
  findRow,
  findRows,
  getOwn,
  getRow,
  moveToProject as move,
  nameProject,
  removeMember,
  setMember,
} from '@kshot/store';
import { assertMay } from '../access/principal.js';
import type { Context } from '../context.js';
import { nameFor } from '../schema/name-for.js';
import { type Project, presentProject, type SetProjectMemberInput } from './project.type.js';

/** Makes a project; who makes it is an administrator of it. Throws BAD_INPUT and CONFLICT. */
export async function addProject({ store, principal }: Context, name: string): Promise<Project> {
  const id = await nameProject(store.pool, nameFor('project', name));
  if (principal.personId !== null)
    await setMember(store.pool, { projectId: id, personId: principal.personId, role: 'ADMIN' });
  return presentProject(await getRow(store, 'project', id));
}

/** Throws BAD_INPUT, NOT_FOUND and CONFLICT. */
export async function renameProject({ store }: Context, id: string, name: string): Promise<Project> {
  await getRow(store, 'project', id);
  await nameProject(store.pool, nameFor('project', name), id);
  return presentProject(await getRow(store, 'project', id));
}

/** Throws NOT_FOUND, and FORBIDDEN to those who may not choose its members. */
export async function setProjectMember(
  context: Context,
  { projectId, email, role }: SetProjectMemberInput,
): Promise<Project> {
  const project = await managed(context, projectId);
  const address = email.trim().toLowerCase();
  const [person] = await findRows(context.store, 'person', { email: address }, { take: 1 });
  if (!person) throw new DomainError('NOT_FOUND', `There is no account with the address ${address}.`);
  await setMember(context.store.pool, { projectId, personId: person.id, role });
  return project;
}

export async function removeProjectMember(
  context: Context,
  projectId: string,
  personId: string,
): Promise<Project> {
  const project = await managed(context, projectId);
  if (!isId(personId) || !(await removeMember(context.store.pool, projectId, personId)))
    throw new DomainError('NOT_FOUND', 'This person is not a member of the project.');
  return project;
}

/** A project whose members one may choose: an administrator of it or of all. */
async function managed({ store, principal }: Context, id: string): Promise<Project> {
  const project = await getRow(store, 'project', id);
  const own = principal.memberships?.find(({ projectId }) => projectId === id);
  if (principal.projectId !== null || own?.role !== 'ADMIN') assertMay(principal, 'ADMIN');
  return presentProject(project);
}

/** Moves a data set or model with all that rests on it. Throws NOT_FOUND, FORBIDDEN and CONFLICT. */
export async function moveToProject({ store }: Context, id: string, projectId: string): Promise<number> {
  const target = await getRow(store, 'project', projectId);
  const table = (await findRow(store, 'dataSet', id)) ? 'dataSet' : 'model';
  const row = await getOwn(store, table, id).catch((error: unknown) => {
    throw table === 'model' && (error as DomainError).code === 'NOT_FOUND'
      ? new DomainError(
          'NOT_FOUND',
          `There is no data set or model with the id ${id}. It may have been deleted.`,
        )
      : error;
  });
  if (row.shipped)
    throw new DomainError(
      'CONFLICT',
      'This came with Kshot and is seen in every project. It stays where it is.',
    );
  return move(store.pool, id, target.id);
}
