import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';

/** Asks for the access token once; a cookie that pages cannot read keeps it. */
export function SignInPage({ to, wrong }: { to: string; wrong: boolean }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-80 flex-col justify-center gap-4 px-4">
      <h1 className="text-lg font-semibold">Sign in to Kshot</h1>
      <form action="/session" method="post" className="flex flex-col gap-3">
        <input type="hidden" name="to" value={to} />
        <TextField
          label="Access token"
          hint="The value of KSHOT_TOKEN on the server."
          error={wrong ? 'This is not the access token.' : null}
          name="token"
          type="password"
          autoComplete="current-password"
          required
          autoFocus
        />
        <Button look="primary" type="submit">
          Sign in
        </Button>
      </form>
    </main>
  );
}
