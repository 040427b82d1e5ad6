import { askSession } from './session';

type Ways = { accounts: boolean; token: boolean; provider: string | null };

/** What people can sign in with; the access token where the API is away. */
export const signInWays = (): Promise<Ways> =>
  askSession('/session/ways', null)
    .then((answer) => answer.json() as Promise<Ways>)
    .catch(() => ({ accounts: false, token: true, provider: null }));
