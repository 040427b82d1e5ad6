import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const CLIENT = { id: 'kshot', secret: 'a secret of this test' };

/** An OpenID Connect provider that believes everybody who they are; of `unverified@…` it says that the address was not checked. */
export async function startSignInProvider() {
  const server = createServer((request, response) => provider.callback()(request, response));
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let provider = new Provider(issuer);
  return {
    issuer,
    /** Lets it lead back to an address, once that is known. */
    leadsTo(redirectUri: string) {
      provider = new Provider(issuer, {
        clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
        claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
        findAccount: (_context, id) => ({
          accountId: id,
          claims: () => ({
            sub: id,
            email: id,
            email_verified: !id.startsWith('unverified'),
            name: `Called ${id}`,
          }),
        }),
      });
    },
    stop: () => new Promise((go) => server.close(go)),
  };
}
