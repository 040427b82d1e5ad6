export const bearerToken = (header: string | undefined): string | undefined =>
  header?.match(/^Bearer +(.+)$/i)?.[1];

const NAMES = ['token', 'ticket', 'authorization', 'authToken', 'accessToken'];

/** The token in the connectionParams of a socket, under any of its usual names, alone or among `headers`. */
export function tokenIn(params: unknown): string | undefined {
  if (params === null || typeof params !== 'object') return undefined;
  const entries = Object.entries(params as Record<string, unknown>);
  for (const [name, value] of entries)
    if (typeof value === 'string' && NAMES.some((known) => known.toLowerCase() === name.toLowerCase()))
      return bearerToken(value) ?? value;
  return tokenIn(entries.find(([name]) => name.toLowerCase() === 'headers')?.[1]);
}

/** The project in the connectionParams of a socket; what is no text names none that is there. */
export function projectIn(params: unknown): string | null {
  const { project } = (params ?? {}) as { project?: unknown };
  if (project == null || project === '') return null;
  return typeof project === 'string' ? project : JSON.stringify(project);
}
