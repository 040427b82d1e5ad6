import { isId } from '@kshot/domain';
import { getRow } from '@kshot/store';
import type { Context } from '../context.js';

/** Throws NOT_FOUND where the project that a list is asked for is not there. */
export async function assertProject({ store }: Pick<Context, 'store'>, asked?: string | null): Promise<void> {
  if (asked != null) await getRow(store, 'project', asked);
}

/** Which rows a list shows: those of the project that is asked for or the present one, else all that are seen. Throws NOT_FOUND. */
export async function shownProject(
  context: Pick<Context, 'store' | 'projectId'>,
  asked?: string | null,
): Promise<{ projectId?: string }> {
  await assertProject(context, asked);
  const projectId = asked ?? context.projectId;
  return projectId && isId(projectId) ? { projectId } : {};
}
