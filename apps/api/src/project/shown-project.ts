import { isId } from '@kshot/domain';
import type { Context } from '../context.js';

/** Which rows a list shows: those of the project that is asked for or the present one, else all that are seen. */
export function shownProject(
  { projectId: present }: Pick<Context, 'projectId'>,
  asked?: string | null,
): { projectId?: string } {
  const projectId = asked ?? present;
  return projectId && isId(projectId) ? { projectId } : {};
}
