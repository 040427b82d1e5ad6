import * as z from 'zod';
import { DomainError } from '../domain-error.js';

/** PostgreSQL keeps no NUL. */
const text = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\0]*$/);
const signIn = z.object({
  email: text(320),
  password: text(1000),
  /** What an earlier answer to the same person said. */
  device: z.string().max(200).optional(),
});
export type SignIn = z.infer<typeof signIn>;

/** What somebody signs in with. Throws BAD_INPUT. */
export function readSignIn(body: unknown): SignIn {
  const { data } = signIn.safeParse(body);
  if (data) return data;
  throw new DomainError('BAD_INPUT', 'Send { "email": …, "password": … } as JSON.');
}

const checks = z.object({ verifier: z.string(), state: z.string(), nonce: z.string() });
const begin = z.object({ redirectUri: z.url().max(2000) });
const finish = z.object({ cameBackTo: z.url().max(10_000), checks });

/** Where a provider of sign-ins should lead back to. Throws BAD_INPUT. */
export function readProviderBegin(body: unknown): z.infer<typeof begin> {
  const { data } = begin.safeParse(body);
  if (data) return data;
  throw new DomainError('BAD_INPUT', 'Send { "redirectUri": … } as JSON.');
}

/** What a provider of sign-ins answered. Throws BAD_INPUT. */
export function readProviderFinish(body: unknown): z.infer<typeof finish> {
  const { data } = finish.safeParse(body);
  if (data) return data;
  throw new DomainError('BAD_INPUT', 'Send { "cameBackTo": …, "checks": … } as JSON, as they were given.');
}
