import { isId } from '@kshot/domain';
import { notFound } from '../rows/find-rows.js';

/** The condition of a list that shows one project, or all where none is named. Throws NOT_FOUND for what is no id. */
export function ofProject(projectId: string | null | undefined): { projectId?: string } {
  if (projectId == null) return {};
  if (!isId(projectId)) throw notFound('project', projectId);
  return { projectId };
}

/** The same with what was shipped, which is used in every project. */
export function ofProjectOrShipped(projectId: string | null | undefined): {
  AND?: { OR: [{ projectId?: string }, { shipped: true }] };
} {
  return projectId == null ? {} : { AND: { OR: [ofProject(projectId), { shipped: true }] } };
}
