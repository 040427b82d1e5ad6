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
import { whenThere } from '../ready-loader.js';
import { assertArguments } from './assert-arguments.js';
import { requestLimits } from './request-limits.js';

type Resolver = GraphQLFieldResolver<unknown, Context>;

/**
 * Gives every field that takes arguments the same check of them. Fields that lead further stop when nobody waits for the answer
 * any more, or when it has become longer than any answer should.
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const live = type === schema.getSubscriptionType();
    for (const field of Object.values(type.getFields()) as GraphQLField<unknown, Context>[]) {
      const leadsOn = isCompositeType(getNamedType(field.type));
      if (field.resolve && leadsOn && !live) field.resolve = counted(field.resolve);
      if (field.resolve && (leadsOn || field.args.length > 0)) field.resolve = checked(field, field.resolve);
      if (field.subscribe) field.subscribe = checked(field, field.subscribe);
    }
  }
  return schema;
}

const checked =
  ({ args: declared }: GraphQLField<unknown, Context>, resolve: Resolver): Resolver =>
  (source, args, context, info) => {
    if (!context.isAwaited()) throw new DomainError('UNAVAILABLE', 'The caller has gone.');
    assertArguments(declared, args);
    return resolve(source, args, context, info);
  };

const counted =
  (resolve: Resolver): Resolver =>
  (source, args, context, info) =>
    whenThere(resolve(source, args, context, info), (value) => {
      if (Array.isArray(value) && info.operation.operation !== 'subscription') {
        context.given.items += value.length;
        if (context.given.items > requestLimits.items)
          throw new DomainError(
            'DATA_TOO_LARGE',
            `The answer holds more than ${requestLimits.items} items. Ask for shorter pages.`,
          );
      }
      return value;
    });
