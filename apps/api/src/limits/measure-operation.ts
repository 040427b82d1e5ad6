import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { itemsOf, pageOf, workOf } from './items-of.js';

/** How much an operation asks for, with its fragments in place. */
export interface Measure {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly introspections: number;
  /** Values that the answer may hold. */
  readonly cost: number;
  /** The longest page that is asked for. */
  readonly page: number;
}

const nothing: Measure = { depth: 0, fields: 0, aliases: 0, introspections: 0, cost: 0, page: 0 };
const endless: Measure = { ...nothing, depth: Number.POSITIVE_INFINITY };

/** Clients add it everywhere; merged, it is one word of each object. */
const TYPE_NAME: Measure = { ...nothing, depth: 1 };

/** Introspection has a length of its own, whatever is asked: about this many values. */
const INTROSPECTION_COST = 2000;

/** Each fragment is measured once, so that even nested ones that double each time take linear time. */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const known = new Map<string, Measure>();
  const given = { ...defaultsOf(operation), ...variables };

  const fragment = (name: string): Measure => {
    const measured = known.get(name);
    if (measured) return measured;
    const definition = fragments.get(name);
    if (!definition) return nothing; // validation names it
    known.set(name, endless); // found again while it is being measured: it contains itself
    const type = schema.getType(definition.typeCondition.name.value);
    const measure = selections(definition.selectionSet, type);
    known.set(name, measure);
    return measure;
  };
  const selections = ({ selections: nodes }: SelectionSetNode, type: GraphQLNamedType | undefined): Measure =>
    nodes.reduce<Measure>((sum, node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return added(sum, fragment(node.name.value));
      if (node.kind === Kind.FIELD) return added(sum, field(node, type));
      const condition = node.typeCondition ? schema.getType(node.typeCondition.name.value) : type;
      return added(sum, selections(node.selectionSet, condition));
    }, nothing);
  const field = (node: FieldNode, parent: GraphQLNamedType | undefined): Measure => {
    if (node.name.value === '__typename' && !node.alias) return TYPE_NAME;
    const introspection = node.name.value === '__schema' || node.name.value === '__type';
    const definition = fieldOf(parent, node.name.value);
    const named = definition && getNamedType(definition.type);
    const type = named && isCompositeType(named) ? named : undefined;
    const inner = node.selectionSet ? selections(node.selectionSet, type) : nothing;
    return {
      depth: introspection ? 1 : inner.depth + 1,
      fields: inner.fields + 1,
      aliases: inner.aliases + (node.alias ? 1 : 0),
      introspections: inner.introspections + (introspection ? 1 : 0),
      page: Math.max(inner.page, pageOf(definition, node, given)),
      cost: introspection
        ? INTROSPECTION_COST
        : workOf(parent, definition) + itemsOf(parent, definition, node, given) * inner.cost,
    };
  };
  return selections(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
}

const added = (a: Measure, b: Measure): Measure => ({
  depth: Math.max(a.depth, b.depth),
  fields: a.fields + b.fields,
  aliases: a.aliases + b.aliases,
  introspections: a.introspections + b.introspections,
  cost: a.cost + b.cost,
  page: Math.max(a.page, b.page),
});

const fieldOf = (
  type: GraphQLNamedType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
    ),
  );
}
