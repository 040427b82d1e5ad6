import { limits } from '@kshot/domain';
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLType,
  isListType,
  isNonNullType,
  Kind,
} from 'graphql';

/** Items of a list that takes no `first`, where it is usually longer or shorter than ten. */
const usual: Readonly<Record<string, number>> = {
  'FeatureMap.points': 500,
  'Option.choices': 5,
  'Method.options': 5,
  'Prediction.probabilities': 50,
  'PredictionSet.pValues': 50,
  'Split.parts': 3,
};
const TEN = 10;

/** What it takes to find a field's answer, in values, where that is far more than it holds. */
const work: Readonly<Record<string, number>> = { 'Prediction.contributions': 2000 };

export const workOf = (
  parent: GraphQLNamedType | undefined,
  definition: GraphQLField<unknown, unknown> | undefined,
): number => (parent && definition && work[`${parent.name}.${definition.name}`]) ?? 1;

/** How many items a field may give: its `first`, the length of the list it answers, or what such lists usually hold. */
export function itemsOf(
  parent: GraphQLNamedType | undefined,
  definition: GraphQLField<unknown, unknown> | undefined,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  if (!parent || !definition) return 1;
  const given = (name: string): unknown => givenTo(node, name, variables);
  const paged = definition.args.find(({ name }) => name === 'first');
  if (paged) {
    const first = given('first');
    return Math.max(1, Number(typeof first === 'number' ? first : (paged.defaultValue ?? limits.pageSize)));
  }
  // The page of a connection was counted where it was asked for.
  if (!isList(definition.type) || parent.name.endsWith('Connection')) return 1;
  const asked = definition.args.find(({ type }) => isList(type));
  const list = asked && given(asked.name);
  if (Array.isArray(list)) return Math.max(1, list.length);
  return usual[`${parent.name}.${definition.name}`] ?? TEN;
}

/** How long a page is asked for: `first` where the list goes on with `after`. */
export function pageOf(
  definition: GraphQLField<unknown, unknown> | undefined,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const first = givenTo(node, 'first', variables);
  return definition?.args.some(({ name }) => name === 'after') && typeof first === 'number' ? first : 0;
}

function givenTo(node: FieldNode, name: string, variables: Readonly<Record<string, unknown>>): unknown {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value?.kind === Kind.INT) return Number(value.value);
  if (value?.kind === Kind.LIST) return value.values;
  return value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
}

const isList = (type: GraphQLType): boolean => isListType(isNonNullType(type) ? type.ofType : type);
