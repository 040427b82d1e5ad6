import type { ApolloServerPlugin } from '@apollo/server';
import { DomainError } from '@kshot/domain';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { type ComplexityEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';

const MOST = 20_000;

/** A list costs what it can give: its `first` times what is asked of each item. */
const byPage: ComplexityEstimator = ({ args, childComplexity, field }) => {
  const first = typeof args.first === 'number' ? args.first : undefined;
  if (first === undefined || field.name === 'pageInfo') return undefined;
  return 1 + Math.max(1, first) * childComplexity;
};

/** Throws BAD_INPUT when an operation could give more than is sensible. */
export function assertCost(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Record<string, unknown>,
  operationName?: string | null,
): void {
  const cost = getComplexity({
    schema,
    query,
    variables,
    ...(operationName ? { operationName } : {}),
    estimators: [byPage, simpleEstimator({ defaultComplexity: 1 })],
  });
  if (cost > MOST)
    throw new DomainError(
      'BAD_INPUT',
      `The query may give ${cost} values; at most ${MOST} are given. Ask for shorter pages.`,
    );
}

export const limitCost = (schema: GraphQLSchema): ApolloServerPlugin => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ document, request }) {
        assertCost(schema, document, request.variables ?? {}, request.operationName);
      },
    };
  },
});
