import path from 'node:path';
import * as z from 'zod';
import { DomainError } from '../domain-error.js';
import { logVariables } from './log-settings.js';
import { must } from './must.js';
import { retentionIn, retentionVariables } from './retention.js';

const port = z.coerce.number(must('a port from 0 to 65535')).int().min(0).max(65_535);
const text = z.string();
const list = text.transform((value) =>
  value
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean),
);
const address = z.url({ protocol: /^https?$/, ...must('an address such as http://127.0.0.1:4400') });

/** Every setting, by the variable of the environment that holds it; .env.example says what each is for. */
const variables = z.object({
  DATABASE_URL: text
    .regex(/^postgres(ql)?:\/\//, must('an address such as postgresql://user:password@127.0.0.1:5432/kshot'))
    .default('postgresql://kshot:kshot@127.0.0.1:5432/kshot'),
  KSHOT_HOME: text.default('.kshot'),
  KSHOT_HOST: text.default('127.0.0.1'),
  KSHOT_API_PORT: port.default(4400),
  KSHOT_DASHBOARD_PORT: port.default(4401),
  KSHOT_DATABASE_PORT: port.default(0),
  KSHOT_TOKEN: text.optional(),
  KSHOT_DASHBOARD_ORIGIN: list
    .pipe(z.array(z.url(must('origins such as http://127.0.0.1:4401, with commas between them'))))
    .default(['http://127.0.0.1:4401', 'http://localhost:4401']),
  KSHOT_ALLOWED_HOSTS: list.default([]),
  KSHOT_BASE_PATH: text
    .regex(/^(\/[\w.~-]+)+$/, must('a path such as /kshot, without a slash at its end'))
    .default(''),
  KSHOT_API_URL: address.optional(),
  KSHOT_PUBLIC_API_URL: address.optional(),
  KSHOT_TASK_MEMORY_BYTES: z.coerce.number(must('a number of bytes above 0')).positive().optional(),
  KSHOT_CHECKPOINT_SECONDS: z.coerce.number(must('a number of seconds above 0')).positive().default(20),
  KSHOT_COST_PER_MINUTE: z.coerce
    .number(must('a number of 40000 or more'))
    .min(40_000, 'must be a number of 40000 or more')
    .default(3_000_000),
  OTEL_EXPORTER_OTLP_ENDPOINT: address.optional(),
  KSHOT_OIDC_ISSUER: address.optional(),
  KSHOT_OIDC_CLIENT_ID: text.optional(),
  KSHOT_OIDC_CLIENT_SECRET: text.optional(),
  KSHOT_OIDC_NAME: text.default('your organisation'),
  KSHOT_OIDC_ROLE: z.enum(['VIEWER', 'EDITOR'], must('VIEWER or EDITOR')).optional(),
  KSHOT_NATIVE: z.enum(['on', 'off'], must('on or off')).default('on'),
  ...retentionVariables,
  ...logVariables,
  KSHOT_DATA: text.optional(),
  KSHOT_BENCH_PYTHON: text.optional(),
  KSHOT_SHOTS: text.optional(),
  KSHOT_TEST_DATABASE: text.optional(),
});
type Variables = Readonly<Record<string, string | undefined>>;

export const settingNames = Object.keys(variables.shape);

/** Throws BAD_INPUT with a sentence for each value that cannot be used. Values are not repeated: some are secret. */
export function readServerSettings(environment: Variables) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const { data, error } = variables.safeParse(given);
  if (error) {
    const wrong = new Map(error.issues.map(({ path: [name], message }) => [String(name), message]));
    throw new DomainError(
      'BAD_INPUT',
      [...wrong].map(([name, message]) => `${name} ${message}. Correct it, or leave it out.`).join('\n'),
    );
  }
  return {
    databaseUrl: data.DATABASE_URL,
    blobDir: path.resolve(data.KSHOT_HOME, 'blobs'),
    host: data.KSHOT_HOST,
    port: data.KSHOT_API_PORT,
    /** Asked for on every request when set; needed to listen beyond loopback. */
    token: data.KSHOT_TOKEN,
    /** Where the dashboard is served: the only foreign origin that may call. */
    origins: data.KSHOT_DASHBOARD_ORIGIN.map((url) => new URL(url).origin),
    /** Where browsers reach the API, when that differs. */
    publicUrl: data.KSHOT_PUBLIC_API_URL ?? '',
    /** Further names by which it is called. */
    hosts: data.KSHOT_ALLOWED_HOSTS,
    /** What all addresses begin with behind a proxy that serves other programs, too; '' otherwise. */
    basePath: data.KSHOT_BASE_PATH,
    taskMemoryBytes: data.KSHOT_TASK_MEMORY_BYTES,
    checkpointSeconds: data.KSHOT_CHECKPOINT_SECONDS,
    /** Where spans go; none are made without. */
    tracesTo: data.OTEL_EXPORTER_OTLP_ENDPOINT,
    provider: providerIn(data),
    retention: retentionIn(data),
    /** Values that each person may ask for within a minute, keys of theirs included; one operation may ask for 40,000. */
    costPerMinute: data.KSHOT_COST_PER_MINUTE,
  };
}

/** An OpenID Connect provider that people sign in with. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button calls it. */
  readonly name: string;
  /** Of people whom it vouches for and who have no account yet; without one they get none. */
  readonly role: 'VIEWER' | 'EDITOR' | null;
}

function providerIn(data: z.infer<typeof variables>): ProviderSettings | null {
  const {
    KSHOT_OIDC_ISSUER: issuer,
    KSHOT_OIDC_CLIENT_ID: clientId,
    KSHOT_OIDC_CLIENT_SECRET: clientSecret,
  } = data;
  if (issuer === undefined) return null;
  if (clientId === undefined || clientSecret === undefined)
    throw new DomainError(
      'BAD_INPUT',
      'KSHOT_OIDC_ISSUER needs KSHOT_OIDC_CLIENT_ID and KSHOT_OIDC_CLIENT_SECRET. Take them from the provider.',
    );
  return { issuer, clientId, clientSecret, name: data.KSHOT_OIDC_NAME, role: data.KSHOT_OIDC_ROLE ?? null };
}

/** A sentence for each variable that looks like a setting of ours and is none, such as one with a slip in its name. */
export const unknownSettings = (environment: Variables): string[] =>
  Object.keys(environment)
    .filter((name) => name.startsWith('KSHOT_') && !settingNames.includes(name))
    .map((name) => `There is no setting ${name}. Remove it, or take its name from .env.example.`);
