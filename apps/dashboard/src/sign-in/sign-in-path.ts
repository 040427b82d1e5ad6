export const SIGN_IN = '/sign-in';
/** Where a sign-in provider leads back to. */
export const PROVIDER = `${SIGN_IN}/provider`;
/** Sends to that provider. */
export const TO_PROVIDER = `${PROVIDER}/start`;

/** The page to sign in on, which leads back to where one wanted to go. */
export const signInPath = (to: string): string => `${SIGN_IN}?to=${encodeURIComponent(to)}`;

const OWN = 'http://own.invalid';

/** A path of this dashboard as browsers read it, who pass over tabs and take a backslash for a slash; anything else leads home, so that nobody is sent elsewhere after signing in. */
export function ownPath(to: string | null | undefined): string {
  if (!to?.startsWith('/') || !URL.canParse(to, OWN)) return '/';
  const { origin, pathname, search, hash } = new URL(to, OWN);
  return origin === OWN && !pathname.startsWith(SIGN_IN) ? pathname + search + hash : '/';
}
