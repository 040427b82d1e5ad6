/** The part of the API that answers at a path. Addresses hold names and ids, which would make a series each. */
export function partOf(path: string): string {
  const [, first = ''] = path.split('/');
  return ['graphql', 'v1', 'files', 'uploads', 'shared', 'healthz', 'readyz', 'metrics'].includes(first)
    ? first
    : 'other';
}
