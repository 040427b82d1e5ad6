import { isId } from '@kshot/domain';
import { getRow } from '@kshot/store';
import type { Context } from '../context.js';

/** Which rows a list shows: those of the project that is asked for or the present one, else all that are seen. Throws NOT_FOUND. */
export async function shownProject(
  context: Pick<Context, 'store' | 'projectId'>,
  asked?: string | null,
): Promise<{ projectId?: string }> {
  if (asked != null) await getRow(context.store, 'project', asked);
  const projectId = asked ?? context.projectId;
  return projectId && isId(projectId) ? { projectId } : {};
}

/** The same of a list that may be asked for what belongs to one thing (`own`): that is shown from all projects unless one is asked for. */
export const shownOf = async <Own extends object>(
  context: Pick<Context, 'store' | 'projectId'>,
  own: Own,
  asked?: string | null,
): Promise<Own & { projectId?: string }> =>
  asked == null && Object.keys(own).length > 0 ? own : { ...own, ...(await shownProject(context, asked)) };
