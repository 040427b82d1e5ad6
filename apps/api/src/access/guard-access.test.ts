import 'reflect-metadata';
import type { Scope } from '@kshot/domain';
import { type GraphQLField, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { buildSchema } from '../build-schema.js';
import type { Context } from '../context.js';
import { type Principal, publicPrincipal } from './principal.js';

const schema = await buildSchema();
const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];

const having = (...scopes: Scope[]): Principal => ({
  ...publicPrincipal,
  kind: 'PERSON',
  scopes: new Set(scopes),
});

/** Whether a field is refused for want of a scope, before it looks at anything: there is no store here. */
async function isRefused(field: GraphQLField<unknown, Context>, principal: Principal): Promise<boolean> {
  const store = { pool: { query: async () => ({ rows: [] }) } };
  const context = { principal, store, isAwaited: () => true } as Context;
  const resolve = field.subscribe ?? field.resolve;
  try {
    await resolve?.(undefined, {}, context, { fieldName: field.name, operation: {} } as never);
    return false;
  } catch (error) {
    return (error as { code?: string }).code === 'FORBIDDEN';
  }
}

const fieldsOf = (type: GraphQLObjectType | null | undefined) =>
  Object.values(type?.getFields() ?? {}) as GraphQLField<unknown, Context>[];

async function open(principal: Principal): Promise<string[]> {
  const names: string[] = [];
  for (const type of roots)
    for (const field of fieldsOf(type))
      if (!(await isRefused(field, principal))) names.push(`${type!.name}.${field.name}`);
  return names.sort();
}

describe('every field of Query, Mutation and Subscription', () => {
  const all = roots.flatMap((type) => fieldsOf(type).map(({ name }) => `${type!.name}.${name}`)).sort();

  test('is closed to who has no scope', async () => {
    expect(await open(having())).toEqual([]);
  });

  test('that only looks is open with READ, and of those that change something only what is one’s own', async () => {
    const administered = ['Query.auditLog', 'Query.people', 'Query.system'];
    const looks = all.filter((name) => !name.startsWith('Mutation.') && !administered.includes(name));
    const own = ['Mutation.changePassword', 'Mutation.createApiKey', 'Mutation.revokeApiKey'];
    expect(await open(having('READ'))).toEqual(
      [...looks.filter((name) => name !== 'Query.predict'), ...own].sort(),
    );
  });

  test('that asks a model is open with PREDICT', async () => {
    expect(await open(having('PREDICT'))).toEqual([
      'Mutation.createUpload',
      'Mutation.startPrediction',
      'Query.predict',
    ]);
  });

  test('but those for administrators is open to editors', async () => {
    const closed = all.filter((name) =>
      [
        'addPerson',
        'updatePerson',
        'deletePerson',
        'addProject',
        'renameProject',
        'deleteProject',
        'people',
        'auditLog',
        'system',
        'collectGarbage',
      ].includes(name.split('.')[1]!),
    );
    expect(await open(having('READ', 'PREDICT', 'TRAIN'))).toEqual(
      all.filter((name) => !closed.includes(name)),
    );
  });

  test('is open to administrators', async () => {
    expect(await open(having('READ', 'PREDICT', 'TRAIN', 'ADMIN'))).toEqual(all);
  });
});

test('a key that may only ask models sees nothing that is stored, through whatever it gets', async () => {
  const leaks: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || roots.includes(type) || type.name.startsWith('__')) continue;
    for (const field of fieldsOf(type)) {
      const goal = getNamedType(field.type);
      const isStored = isObjectType(goal) && goal.getInterfaces().some(({ name }) => name === 'Node');
      if (isStored && field.resolve && !(await isRefused(field, having('PREDICT'))))
        leaks.push(`${type.name}.${field.name}`);
    }
  }
  expect(leaks).toEqual([]);
});
