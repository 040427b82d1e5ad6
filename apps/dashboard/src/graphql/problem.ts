import type { CombinedError } from '@urql/core';

/** What went wrong, for a person: a code from the API's closed list and a message that says what to do. */
export type Problem = { code: string; message: string };

export function problemOf(error: CombinedError | undefined): Problem | null {
  if (!error) return null;
  const [first] = error.graphQLErrors;
  if (first) return { code: String(first.extensions.code ?? 'ERROR'), message: first.message };
  return {
    code: 'API_UNREACHABLE',
    message: 'The dashboard gets no answer from the API. Is it running? "npm start" starts everything.',
  };
}
