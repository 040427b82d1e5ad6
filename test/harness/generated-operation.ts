import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

export type Random = (below: number) => number;

/** The same numbers for the same seed (Park and Miller 1988). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const TEXTS = [
  '',
  'a',
  ' ',
  'x'.repeat(300),
  '__proto__',
  '\0',
  '\ud800',
  '😀',
  '-1',
  '1e999',
  'NaN',
  '../..',
  '%',
];
const WHOLE = [0, 1, 2, 3, 10, 100, 101, -1, 2_147_483_647, -2_147_483_648];
const REAL = [0, 1, 0.5, -1, 1e-300, 1e308, -1e308];

/** An operation with one field, with arguments that fit their types and little else; ids are often real ones. */
export function generatedOperation(
  kind: 'query' | 'mutation' | 'subscription',
  field: GraphQLField<unknown, unknown>,
  ids: readonly string[],
  random: Random,
): { query: string; variables: Record<string, unknown> } {
  const pick = <T>(items: readonly T[]): T => items[random(items.length)] as T;
  const generated = (type: GraphQLInputType): unknown => {
    if (isNonNullType(type)) return generated(type.ofType);
    if (isListType(type)) return Array.from({ length: random(4) }, () => generated(type.ofType));
    if (isEnumType(type)) return pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const chosen = type.isOneOf
        ? [pick(fields)]
        : fields.filter((one) => isNonNullType(one.type) || random(2));
      return Object.fromEntries(chosen.map((one) => [one.name, generated(one.type)]));
    }
    if (type.name === 'Int') return pick(WHOLE);
    if (type.name === 'Float') return pick(REAL);
    if (type.name === 'Boolean') return random(2) === 0;
    return type.name === 'ID' && random(5) > 0 ? pick(ids) : pick(TEXTS);
  };
  const args = field.args.filter((argument) => isRequiredArgument(argument) || random(2));
  const declared = args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  return {
    query: `${kind} ${declared && `(${declared})`} { ${field.name} ${passed && `(${passed})`} ${selection(field.type, 1)} }`,
    variables: Object.fromEntries(args.map(({ name, type }) => [name, generated(type)])),
  };
}

const known = new Map<string, string>();

/** All fields without arguments that are required, to a depth. */
function selection(type: GraphQLOutputType, depth: number): string {
  const key = `${depth} ${getNamedType(type)}`; // there is one schema
  const made = known.get(key) ?? madeSelection(type, depth);
  known.set(key, made);
  return made;
}

function madeSelection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) return '{ __typename }';
  const inner = Object.values(named.getFields()).flatMap((field) => {
    if (field.args.some(isRequiredArgument)) return [];
    if (isLeafType(getNamedType(field.type))) return [field.name];
    return depth > 0 ? [`${field.name} ${selection(field.type, depth - 1)}`] : [];
  });
  return `{ ${['__typename', ...inner].join(' ')} }`;
}
