import { DomainError, isId, log, type Scope } from '@kshot/domain';
import { insertRow } from '@kshot/store';
import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';
import { type Context, contextToChange } from '../context.js';
import { usualNeeds } from './needs.js';
import { assertMay } from './principal.js';

type Resolver = GraphQLFieldResolver<unknown, Context>;

/** Lets each field of Query, Mutation and Subscription be asked by those who may, and writes down what was done. What leads on to something that is stored needs READ everywhere. */
export function guardAccess(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !type.name.startsWith('__') && !(type.name in usualNeeds))
      for (const field of Object.values(type.getFields()) as GraphQLField<unknown, Context>[])
        if (field.resolve && isNode(getNamedType(field.type)))
          field.resolve = permitted(['READ'], field.resolve);
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()])
    for (const field of Object.values(type?.getFields() ?? {}) as GraphQLField<unknown, Context>[]) {
      const needs = scopesOf(type!.name, field);
      if (field.subscribe) field.subscribe = permitted(needs, field.subscribe);
      else if (field.resolve) {
        const changes = type === schema.getMutationType() && !needs.includes('PREDICT');
        const allowed = permitted(
          needs,
          changes && !needs.includes('READ') ? toChange(field.resolve) : field.resolve,
        );
        field.resolve = changes ? audited(allowed) : allowed;
      }
    }
  return schema;
}

const isNode = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');

/** The scopes one of which a field of Query, Mutation or Subscription needs. */
export const scopesOf = (
  type: string,
  { extensions }: Pick<GraphQLField<unknown, unknown>, 'extensions'>,
): readonly Scope[] => (extensions.needs as readonly Scope[] | undefined) ?? usualNeeds[type]!;

const permitted =
  (needs: readonly Scope[], resolve: Resolver): Resolver =>
  (source, args, context, info) => {
    assertMay(context.principal, ...needs);
    return resolve(source, args, context, info);
  };

/** What a viewer of a project may only look at is closed to what changes something. */
const toChange =
  (resolve: Resolver): Resolver =>
  (source, args, context, info) =>
    resolve(source, args, contextToChange(context), info);

/** Asking a model is counted in its usage; all else that changes something is written down here. */
const audited =
  (resolve: Resolver): Resolver =>
  async (source, args, context, info) => {
    const note = (outcome: string, result?: unknown) =>
      insertRow(context.store.pool, 'auditEntry', {
        actorKind: context.principal.kind,
        actorId: context.principal.personId,
        actorName: context.principal.name,
        action: info.fieldName,
        subjects: [...new Set([...idsIn(args), ...idsIn(result)])].slice(0, MOST_SUBJECTS).join(' '),
        outcome,
      }).catch((err: unknown) =>
        log.error({ request: context.request, err }, 'An entry of the audit log is lost.'),
      );
    try {
      const result: unknown = await resolve(source, args, context, info);
      await note('OK', result);
      return result;
    } catch (error) {
      await note(error instanceof DomainError ? error.code : 'INTERNAL');
      throw error;
    }
  };

const MOST_SUBJECTS = 20;

/** Ids in arguments or a result, not in what hangs on them. */
function idsIn(value: unknown, depth = 2): string[] {
  if (typeof value === 'string') return isId(value) ? [value] : [];
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  return Object.values(value)
    .slice(0, 50)
    .flatMap((inner: unknown) => idsIn(inner, depth - 1));
}
