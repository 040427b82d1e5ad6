import { z } from 'zod';
import { DomainError } from '../domain-error.js';

const signIn = z.object({ email: z.string().max(320), password: z.string().max(1000) });
export type SignIn = z.infer<typeof signIn>;

/** What somebody signs in with. Throws BAD_INPUT. */
export function readSignIn(body: unknown): SignIn {
  const { data } = signIn.safeParse(body);
  if (data) return data;
  throw new DomainError('BAD_INPUT', 'Send { "email": …, "password": … } as JSON.');
}
