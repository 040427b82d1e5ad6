export const SIGN_IN = '/sign-in';
/** Where a sign-in provider leads back to. */
export const PROVIDER = `${SIGN_IN}/provider`;
/** Sends to that provider. */
export const TO_PROVIDER = `${PROVIDER}/start`;

/** The page to sign in on, which leads back to where one wanted to go. */
export const signInPath = (to: string): string => `${SIGN_IN}?to=${encodeURIComponent(to)}`;

/** A path of this dashboard; anything else leads home, so that nobody is sent elsewhere after signing in. */
export const ownPath = (to: string | null | undefined): string =>
  to?.startsWith('/') && !/^\/[/\\]/.test(to) && !to.startsWith(SIGN_IN) ? to : '/';
