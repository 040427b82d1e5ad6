import { DomainError, limits } from '@kshot/domain';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { requestLimits } from './request-limits.js';

/** `extensions` of an argument that takes bytes as base64, which may be long. */
export const asBytes = { bytes: true } as const;

/** What a field says of its texts: that they are bytes, or how many characters they have at most. */
type Extensions = { readonly bytes?: boolean; readonly characters?: number };

/** Refuses texts that cannot be stored or are too long, and endless lists, in all arguments of a field. */
export function assertArguments(
  declared: readonly GraphQLArgument[],
  args: Readonly<Record<string, unknown>>,
): void {
  for (const argument of declared) assertValue(argument, argument.type, args[argument.name], argument.name);
}

function assertValue(
  declared: GraphQLArgument | GraphQLInputField,
  type: GraphQLInputType,
  value: unknown,
  path: string,
): void {
  if (value === null || value === undefined) return;
  if (isNonNullType(type)) assertValue(declared, type.ofType, value, path);
  else if (isListType(type)) {
    const items = value as readonly unknown[];
    if (items.length > requestLimits.listItems)
      throw bad(path, `has ${items.length} items; at most ${requestLimits.listItems} are accepted`);
    for (const [i, item] of items.entries()) assertValue(declared, type.ofType, item, `${path}[${i}]`);
  } else if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields()))
      assertValue(field, field.type, (value as Record<string, unknown>)[field.name], `${path}.${field.name}`);
  } else if (typeof value === 'string') assertText(value, path, declared.extensions);
}

function assertText(text: string, path: string, { bytes, characters }: Extensions): void {
  const most = characters ?? limits.textBytes;
  const length = characters === undefined ? text.length : text.trim().length;
  if (!bytes && length > most) throw bad(path, `has ${length} characters; at most ${most} are accepted`);
  if (text.includes('\0')) throw bad(path, 'contains a NUL character. Remove it');
  if (!bytes && LONE_SURROGATE.test(text)) throw bad(path, 'is not valid Unicode: half of a pair is missing');
}

const LONE_SURROGATE = /\p{Surrogate}/u;

const bad = (path: string, why: string): DomainError => new DomainError('BAD_INPUT', `\`${path}\` ${why}.`);
