import { limits } from '@kshot/domain';
import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode, visit } from 'graphql';
import { assertVariables } from './assert-variables.js';
import { type Measure, measureOperation } from './measure-operation.js';
import { readDocument } from './read-document.js';
import { refused } from './refused.js';
import { requestLimits } from './request-limits.js';

/** What a request says: checked for its kinds by whoever received it. */
export interface OperationParams {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly operationName?: string | null | undefined;
}

/** Parses a document and refuses what asks for too much, before anything is validated or run. Throws GraphQLError. */
export function readOperation(
  schema: GraphQLSchema,
  { query, variables, operationName }: OperationParams,
): { document: DocumentNode; cost: number } {
  const { documentLength, directives } = requestLimits;
  if (query.length > documentLength)
    throw refused(`The document has ${query.length} characters; at most ${documentLength} are accepted.`);
  const document = readDocument(query);
  if (countDirectives(document) > directives)
    throw refused(`The document has more than ${directives} directives.`);
  assertVariables(variables ?? {});
  let cost = 0;
  for (const operation of operationsOf(document, operationName)) {
    const measure = measureOperation(schema, document, operation, variables ?? {});
    assertMeasure(measure);
    cost = Math.max(cost, measure.cost);
  }
  return { document, cost };
}

function countDirectives(document: DocumentNode): number {
  let count = 0;
  visit(document, { Directive: () => void count++ });
  return count;
}

/** The one that is named; all of them where that is open, so that none goes unmeasured. */
function operationsOf(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode[] {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const named = operations.filter((operation) => name && operation.name?.value === name);
  return named.length > 0 ? named : operations;
}

function assertMeasure({ depth, fields, aliases, introspections, cost, page }: Measure): void {
  const most = requestLimits;
  const advice = 'Ask in several queries.';
  if (depth > most.depth)
    throw refused(
      Number.isFinite(depth)
        ? `The query is nested deeper than ${most.depth} fields. ${advice}`
        : 'A fragment contains itself.',
    );
  if (fields > most.fields) throw refused(`The query has more than ${most.fields} fields. ${advice}`);
  if (aliases > most.aliases) throw refused(`The query has more than ${most.aliases} aliases. ${advice}`);
  if (introspections > most.introspections)
    throw refused(`The query asks for the schema more than ${most.introspections} times. ${advice}`);
  if (cost > most.cost && page > limits.pageSize)
    throw refused(
      `\`first\` is ${page}; a page has at most ${limits.pageSize} items. Ask for the rest with \`after\`.`,
    );
  if (cost > most.cost)
    throw refused(
      `The query may give ${Math.round(cost)} values; at most ${most.cost} are given. Ask for shorter pages.`,
    );
}
