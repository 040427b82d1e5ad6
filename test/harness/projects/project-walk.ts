import 'reflect-metadata';
import type { Store } from '@kshot/store';
import express from 'express';
import { execute, type GraphQLField, type GraphQLSchema, parse, subscribe } from 'graphql';
import type { Principal } from '../../../apps/api/src/access/principal.js';
import { buildSchema } from '../../../apps/api/src/build-schema.js';
import { type Context, contextOf, type Services } from '../../../apps/api/src/context.js';
import { fileRoutes } from '../../../apps/api/src/download/file-routes.js';
import { restRoutes } from '../../../apps/api/src/rest/rest-routes.js';
import { uploadRoutes } from '../../../apps/api/src/upload/upload-routes.js';
import { generatedOperation, type Random, randomFrom } from '../generated-operation.js';

/** An id that nothing has. */
const GONE = '01900000-0000-7000-8000-000000000000';
const schema: GraphQLSchema = await buildSchema();
const kinds = {
  query: schema.getQueryType(),
  mutation: schema.getMutationType(),
  subscription: schema.getSubscriptionType(),
} as const;
type Kind = keyof typeof kinds;
type Field = GraphQLField<unknown, unknown>;
const fieldsOf = (kind: Kind): Field[] => Object.values(kinds[kind]?.getFields() ?? {});

/** Services without a worker and without models: what they are asked comes after the look-ups. */
export const servicesOf = (store: Store): Services => {
  const refuse = () => Promise.reject(new Error('There are no models here.'));
  return {
    store,
    listener: { on: () => () => undefined, close: async () => undefined },
    predictor: new Proxy({}, { get: () => refuse }),
    usage: { flush: async () => undefined, count: () => undefined },
    inputs: { flush: async () => undefined, offer: () => undefined, openUp: () => undefined },
    gate: { close: () => undefined },
    startedAt: new Date(0),
  } as unknown as Services;
};

type MakeContext = (services: Services, principal: Principal) => Context;
const usual: MakeContext = (services, principal) => contextOf(services, principal);

async function answered(
  kind: string,
  query: string,
  variableValues: object,
  context: Context,
): Promise<unknown> {
  const args = {
    schema,
    document: parse(query),
    variableValues: { ...variableValues },
    contextValue: context,
  };
  if (kind !== 'subscription') return execute(args);
  const stream = await subscribe(args);
  if (!(Symbol.asyncIterator in stream)) return stream;
  const silence = new Promise((resolve) => setTimeout(() => resolve('nothing'), 1500));
  const first = await Promise.race([stream.next().catch(({ message }: Error) => ({ message })), silence]);
  void stream.return?.(undefined);
  return first;
}

/** An answer without what differs each time: ids, times and secrets. */
const plain = (answer: unknown): string =>
  JSON.stringify(answer, (_, value) => (typeof value === 'bigint' ? String(value) : value))
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replace(/(secret=|kshot_key_)[\w-]+/g, 'SECRET')
    .replace(/"locations":\[.*?\]/g, '');

/**
 * Asks every field of Query, Mutation and Subscription about each of these ids, and about an id that nothing has. Gives the
 * fields whose answers differ: there is something to be found.
 */
export async function fieldsThatTell(
  store: Store,
  principal: Principal,
  ids: readonly string[],
  make: MakeContext = usual,
): Promise<string[]> {
  const telling = new Set<string>();
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0; // of thousands of refusals nobody reads where they are thrown
  const walk = async (kind: Kind, field: Field): Promise<void> => {
    const answers = new Map<string, Promise<string>>();
    const tells = async ([id, optional]: readonly [string, boolean]): Promise<void> => {
      const [own, gone] = [id, GONE].map((known) =>
        generatedOperation(kind, field, [known], choosing(ids.indexOf(id), optional)),
      );
      if (!JSON.stringify(own!.variables).includes(id)) return;
      const [there, nothing] = [own!, gone!].map(({ query, variables }) => {
        const asked = JSON.stringify([query, variables]);
        const answer =
          answers.get(asked) ??
          answered(kind, query, variables, make(servicesOf(store), principal)).then(plain);
        answers.set(asked, answer);
        return answer;
      });
      if ((await there) !== (await nothing)) telling.add(`${kinds[kind]!.name}.${field.name}`);
    };
    await Promise.all(ids.flatMap((id) => [tells([id, true]), tells([id, false])]));
  };
  for (const kind of ['query', 'mutation'] as const)
    for (const field of fieldsOf(kind)) await walk(kind, field);
  // They change nothing and are silent for a while, all at once.
  await Promise.all(fieldsOf('subscription').map((field) => walk('subscription', field)));
  Error.stackTraceLimit = stackTraceLimit;
  return [...telling].sort();
}

/** Takes the id wherever one is asked for, and texts that are names; arguments that are optional all or none. */
function choosing(seed: number, optional: boolean): Random {
  const random = randomFrom(seed + 17);
  const chosen: Readonly<Record<number, number>> = {
    [OPTIONAL]: Number(optional),
    [IDS]: 1,
    [TEXTS]: 1,
    [ITEMS]: 1,
  };
  return (below) => chosen[below] ?? random(below);
}
/** What `generatedOperation` chooses among for these. */
const OPTIONAL = 2;
const ITEMS = 4;
const IDS = 5;
const TEXTS = 13;

/** All that every field answers without arguments that are ids, as one text. */
export async function allThatIsListed(store: Store, principal: Principal): Promise<string> {
  const answers: unknown[] = [];
  for (const field of Object.values(kinds.query!.getFields())) {
    const { query, variables } = generatedOperation('query', field, [GONE], randomFrom(4));
    answers.push(await answered('query', query, variables, usual(servicesOf(store), principal)));
  }
  return JSON.stringify(answers, (_, value) => (typeof value === 'bigint' ? String(value) : value));
}

/** Statuses of all routes of files, uploads and served models, by method and path, with each of these in the place of its parameter. */
export async function routesThatTell(
  store: Store,
  principal: Principal,
  known: {
    readonly ids: readonly string[];
    readonly hashes: readonly string[];
    readonly names: readonly string[];
  },
): Promise<{ readonly asked: number; readonly telling: string[] }> {
  const services = servicesOf(store);
  const routers = [fileRoutes(services), uploadRoutes(store), restRoutes(services)];
  const app = express();
  app.use((_request, response, next) => {
    response.locals.principal = principal;
    next();
  });
  for (const router of routers) app.use(router);
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  const telling: string[] = [];
  let asked = 0;
  for (const path of routers.flatMap(pathsOf))
    for (const address of addressesOf(path, known)) {
      const method = /openapi|files|uploads/.test(address) ? 'GET' : 'POST';
      const init = method === 'POST' ? { method, body: '{"inputs":[{"text":"a"}]}', headers: JSON_TYPE } : {};
      for (const one of address.startsWith('/uploads')
        ? [{ method: 'HEAD' }, { method: 'PUT', body: 'a' }]
        : [init]) {
        const { status } = await fetch(`http://127.0.0.1:${port}${address}`, one as RequestInit);
        asked++;
        if (status !== 404) telling.push(`${path} ${status}`);
      }
    }
  await new Promise((resolve) => server.close(resolve));
  return { asked, telling: [...new Set(telling)].sort() };
}
const JSON_TYPE = { 'content-type': 'application/json' };

/** Paths of a router, also of routes that are new. */
const pathsOf = (router: express.Router): string[] => [
  ...new Set(router.stack.flatMap(({ route }) => (route ? [String(route.path)] : []))),
];

function addressesOf(
  path: string,
  { ids, hashes, names }: { ids: readonly string[]; hashes: readonly string[]; names: readonly string[] },
): string[] {
  if (path.includes('models\\/')) return [...ids, ...names].map((name) => `/v1/models/${name}:predict`);
  if (path.includes(':hash')) return hashes.map((hash) => path.replace(':hash', hash).replace(':index', '0'));
  if (path.includes(':id')) return ids.map((id) => path.replace(':id', id).replace(':format', 'jsonl'));
  return [];
}
