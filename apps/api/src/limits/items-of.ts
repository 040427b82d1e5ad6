import { limits } from '@kshot/domain';
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  isListType,
  isNonNullType,
  Kind,
} from 'graphql';

/** Items of a list that takes no `first`, where it is usually longer or shorter than ten. */
const usual: Readonly<Record<string, number>> = {
  'FeatureMap.points': 1000,
  'Option.choices': 5,
  'Method.options': 5,
  'Prediction.probabilities': 50,
  'PredictionSet.pValues': 50,
  'Split.parts': 3,
};
const TEN = 10;

/** How many items a field may give: its `first`, or what such lists usually hold. */
export function itemsOf(
  parent: GraphQLNamedType | undefined,
  definition: GraphQLField<unknown, unknown> | undefined,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  if (!parent || !definition) return 1;
  const paged = definition.args.find(({ name }) => name === 'first');
  if (paged) {
    const value = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    const given =
      value?.kind === Kind.INT
        ? Number(value.value)
        : value?.kind === Kind.VARIABLE
          ? variables[value.name.value]
          : undefined;
    const first = typeof given === 'number' ? given : (paged.defaultValue ?? limits.pageSize);
    return Math.max(1, Number(first));
  }
  // The page of a connection was counted where it was asked for.
  if (!isList(definition.type) || parent.name.endsWith('Connection')) return 1;
  return usual[`${parent.name}.${definition.name}`] ?? TEN;
}

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);
