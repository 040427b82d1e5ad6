import { DomainError, isId } from '@kshot/domain';

/** The condition of a list that shows one project, or all where none is named. Throws NOT_FOUND for what is no id. */
export function ofProject(projectId: string | null | undefined): { projectId?: string } {
  if (projectId == null) return {};
  if (!isId(projectId)) throw new DomainError('NOT_FOUND', `There is no project with the id ${projectId}.`);
  return { projectId };
}

/** The same with what was shipped, which is used in every project. */
export function ofProjectOrShipped(projectId: string | null | undefined): {
  AND?: { OR: [{ projectId?: string }, { shipped: true }] };
} {
  return projectId == null ? {} : { AND: { OR: [ofProject(projectId), { shipped: true }] } };
}
