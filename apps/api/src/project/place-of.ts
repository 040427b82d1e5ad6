import { DomainError } from '@kshot/domain';
import { FIRST_PROJECT, getRow } from '@kshot/store';
import type { Context } from '../context.js';

/** Whose something new is. */
export interface Place {
  readonly projectId: string;
  readonly personId: string | null;
}
/** What something is made of: a data set or a model. What was shipped may be used in every project. */
interface Part {
  readonly projectId: string;
  readonly shipped?: boolean;
}

/**
 * Where something new goes: into the project of what it is made of; where that was shipped, into the project that is asked for,
 * else the present one, else the first that one may change. Throws CONFLICT, NOT_FOUND and FORBIDDEN.
 */
export async function placeOf(
  context: Context,
  parts: readonly (Part | null | undefined)[],
  asked?: string | null,
): Promise<Place> {
  const { personId } = context.principal;
  const own = new Set(parts.flatMap((part) => (part && !part.shipped ? [part.projectId] : [])));
  if (own.size > 1)
    throw new DomainError(
      'CONFLICT',
      'What this is made of is in different projects. Move one of them with moveToProject first.',
    );
  if (own.size === 1 && asked != null && !own.has(asked))
    throw new DomainError(
      'CONFLICT',
      'What this is made of is in another project. Leave projectId out, or move it with moveToProject first.',
    );
  for (const projectId of own) return { projectId, personId };
  const named = asked ?? context.projectId;
  if (named !== null) return { projectId: (await getRow(context.store, 'project', named)).id, personId };
  return { projectId: usualProject(context), personId };
}

function usualProject({ store: { reach } }: Context): string {
  if (!reach) return FIRST_PROJECT;
  const [projectId] = reach.projects;
  if (projectId !== undefined) return projectId;
  throw new DomainError(
    'FORBIDDEN',
    'You are in no project in which you may make anything. Ask an administrator to add you to one.',
  );
}
