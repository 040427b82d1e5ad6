import { DomainError } from '@kshot/domain';
import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
} from 'graphql';
import type { Context } from '../context.js';
import { assertArguments } from './assert-arguments.js';

/**
 * Gives every field that takes arguments the same check of them, and lets every field that leads further stop when nobody waits
 * for the answer any more.
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields()) as GraphQLField<unknown, Context>[]) {
      if (field.resolve) field.resolve = guarded(field, field.resolve);
      if (field.subscribe) field.subscribe = guarded(field, field.subscribe);
    }
  }
  return schema;
}

function guarded(
  { args: declared, type }: GraphQLField<unknown, Context>,
  resolve: GraphQLFieldResolver<unknown, Context>,
): GraphQLFieldResolver<unknown, Context> {
  if (declared.length === 0 && !isCompositeType(getNamedType(type))) return resolve;
  return (source, args, context, info) => {
    if (!context.isAwaited()) throw new DomainError('UNAVAILABLE', 'The caller has gone.');
    assertArguments(declared, args);
    return resolve(source, args, context, info);
  };
}
