import type { Problem } from '@/graphql/problem';

/** The API's refusals come as `{ code, message }` or as GraphQL's `{ errors: [{ message, extensions: { code } }] }`. */
export function readProblem(body: unknown): Partial<Problem> {
  if (typeof body !== 'object' || body === null) return {};
  const { code, message, errors, error } = body as Record<string, unknown>;
  if (Array.isArray(errors)) return readProblem(errors[0]);
  if (typeof error === 'object') return readProblem(error);
  const { extensions } = body as { extensions?: { code?: unknown } };
  const named = code ?? extensions?.code;
  return {
    ...(typeof named === 'string' ? { code: named } : {}),
    ...(typeof message === 'string' ? { message } : {}),
  };
}
