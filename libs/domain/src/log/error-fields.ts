/** What is logged of an error. Quoted text may be a user's or name a file, so that it is left out; codes and places in the code stay. */
export function errorFields(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = '', cause } = error;
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  return {
    type: name,
    message: withoutQuoted(message),
    ...given({ code, constraint, table }),
    stack: stack
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .join('\n'),
    ...(cause !== undefined && depth < 3 ? { cause: errorFields(cause, depth + 1) } : {}),
  };
}

const MOST = 500; // characters

const withoutQuoted = (message: string): string =>
  message
    .replace(/"[^"]*"?|'[^']*'?|`[^`]*`?|“[^”]*”?/g, '"…"')
    .replace(/(?<![\w.])\/[^\s,;:]+/g, '…')
    .slice(0, MOST);

const given = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string'));
