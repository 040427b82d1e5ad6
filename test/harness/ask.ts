import { setTimeout as delay } from 'node:timers/promises';

/** Sends an operation over HTTP. Throws Refused with the first error's code. */
export type Ask = <T>(query: string, variables?: Record<string, unknown>) => Promise<T>;

export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const asker =
  (api: string, token?: string): Ask =>
  async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const response = await fetch(`${api}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as {
      data: T;
      errors?: { message: string; extensions: { code: string } }[];
    };
    if (errors?.[0]) throw new Refused(errors[0].extensions.code, errors[0].message);
    return data;
  };

/** The code with which an operation is refused, and its message. */
export async function refusal(asked: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('It was not refused.');
}

/** Looks until it finds what is wanted: soon at first, since much is done at once, and four times a second in the end. */
export async function until<T>(look: () => Promise<T>, wanted: (found: T) => boolean): Promise<T> {
  for (let pause = 20; ; pause = Math.min(1.5 * pause, 250)) {
    const found = await look();
    if (wanted(found)) return found;
    await delay(pause);
  }
}
