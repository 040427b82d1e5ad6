import { Button, buttonClass } from '@/ui/button';
import { TextField } from '@/ui/field';
import { address } from '@/url/address';
import { TO_PROVIDER } from './sign-in-path';

/** What was wrong with the last try. */
export type Wrong = 'token' | 'password' | 'provider' | 'later';

type Props = {
  to: string;
  wrong: Wrong | null;
  ways: { accounts: boolean; token: boolean; provider: string | null };
};

/** Asks once who it is; a cookie that pages cannot read keeps the session. Works without scripts. */
export function SignInPage({ to, wrong, ways }: Props) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-80 flex-col justify-center gap-6 px-4">
      <h1 className="text-lg font-semibold">Sign in to Kshot</h1>
      {wrong === 'later' && (
        <p role="alert" className="text-bad">
          Signing in does not work at this moment: too many tries, or the API is away. Try again later.
        </p>
      )}
      {wrong === 'provider' && (
        <p role="alert" className="text-bad">
          The provider did not confirm an address that has an account here. Try again, or ask an administrator
          for an account.
        </p>
      )}
      {ways.provider && (
        <a href={address(`${TO_PROVIDER}?to=${encodeURIComponent(to)}`)} className={buttonClass('primary')}>
          Sign in with {ways.provider}
        </a>
      )}
      {ways.accounts && <AccountForm to={to} wrong={wrong === 'password'} />}
      {(ways.token || !ways.accounts) && (
        <TokenForm to={to} wrong={wrong === 'token'} first={!ways.accounts} />
      )}
    </main>
  );
}

function AccountForm({ to, wrong }: { to: string; wrong: boolean }) {
  return (
    <form action={address('/session')} method="post" className="flex flex-col gap-3">
      <input type="hidden" name="to" value={to} />
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        maxLength={320}
        required
        autoFocus
      />
      <TextField
        label="Password"
        error={wrong ? 'No account has this address and password.' : null}
        name="password"
        type="password"
        autoComplete="current-password"
        maxLength={1000}
        required
      />
      <Button look="primary" type="submit">
        Sign in
      </Button>
    </form>
  );
}

function TokenForm({ to, wrong, first }: { to: string; wrong: boolean; first: boolean }) {
  return (
    <form
      action={address('/session')}
      method="post"
      className={`flex flex-col gap-3 ${first ? '' : 'border-t pt-4'}`}
    >
      <input type="hidden" name="to" value={to} />
      <TextField
        label="Access token"
        hint="The value of KSHOT_TOKEN on the server."
        error={wrong ? 'This is not the access token.' : null}
        name="token"
        type="password"
        autoComplete={first ? 'current-password' : 'off'}
        required
        autoFocus={first}
      />
      <Button look={first ? 'primary' : 'plain'} type="submit">
        {first ? 'Sign in' : 'Sign in with the token'}
      </Button>
    </form>
  );
}
