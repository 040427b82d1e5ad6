import { DomainError, log, type ProviderSettings } from '@kshot/domain';
import * as oidc from 'openid-client';

/** What the browser keeps between asking the provider and coming back. */
export interface Checks {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}
/** Whom the provider vouches for. */
export interface Vouched {
  readonly email: string;
  readonly name: string;
}

/** An OpenID Connect provider that people sign in with (OpenID Connect Core 1.0: authorization code with PKCE). */
export interface SignInProvider {
  /** The address that the browser goes to, which comes back to `redirectUri`. Throws UNAVAILABLE. */
  begin(redirectUri: string): Promise<{ url: string; checks: Checks }>;
  /** Whom the address that the browser came back to speaks for. Throws UNAUTHENTICATED, UNAVAILABLE. */
  finish(cameBackTo: string, checks: Checks): Promise<Vouched>;
}

const MOST_MILLISECONDS = 10_000;

export function signInProvider({ issuer, clientId, clientSecret }: ProviderSettings): SignInProvider {
  let known: Promise<oidc.Configuration> | undefined;
  /** Found when first needed, and again after a failure: the provider may be away while Kshot starts. */
  const configuration = (): Promise<oidc.Configuration> => {
    known ??= oidc
      .discovery(new URL(issuer), clientId, clientSecret, undefined, {
        timeout: MOST_MILLISECONDS / 1000,
        execute: issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        known = undefined;
        throw away(error);
      });
    return known;
  };
  return {
    async begin(redirectUri) {
      const config = await configuration();
      const [verifier, state, nonce] = [
        oidc.randomPKCECodeVerifier(),
        oidc.randomState(),
        oidc.randomNonce(),
      ];
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { url: url.href, checks: { verifier, state, nonce } };
    },
    async finish(cameBackTo, { verifier, state, nonce }) {
      const config = await configuration();
      try {
        const tokens = await oidc.authorizationCodeGrant(config, new URL(cameBackTo), {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) throw refused();
        const told =
          claims.email === undefined
            ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
            : claims;
        return vouched(told);
      } catch (error) {
        if (error instanceof DomainError) throw error;
        if (error instanceof oidc.ClientError && error.code === 'OAUTH_TIMEOUT') throw away(error);
        throw refused(error);
      }
    },
  };
}

/** An address that the provider did not check could be anybody's. */
function vouched({ email, email_verified: isChecked, name }: Record<string, unknown>): Vouched {
  if (typeof email !== 'string' || isChecked !== true)
    throw new DomainError(
      'UNAUTHENTICATED',
      'The provider names no e-mail address that it has verified. Verify yours there, or sign in with a password.',
    );
  return {
    email: email.trim().toLowerCase(),
    name: typeof name === 'string' && name.trim() ? name.trim() : email,
  };
}

const away = (error: unknown): DomainError => {
  log.warn({ reason: (error as Error).message }, 'The sign-in provider does not answer.');
  return new DomainError('UNAVAILABLE', 'The sign-in provider does not answer. Try again in a moment.');
};

/** What was wrong is for the log: its texts are the provider's. */
const refused = (error?: unknown): DomainError => {
  log.warn(
    { reason: (error as Error | undefined)?.message },
    'The sign-in provider did not confirm a sign-in.',
  );
  return new DomainError('UNAUTHENTICATED', 'The provider did not confirm the sign-in. Try again.');
};
