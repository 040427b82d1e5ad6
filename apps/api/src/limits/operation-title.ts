import type { OperationDefinitionNode } from 'graphql';

/** Kind and name of an operation, as spans are named. */
export const operationTitle = (operation: OperationDefinitionNode | null | undefined): string =>
  `${operation?.operation ?? 'query'} ${operation?.name?.value.slice(0, 100) ?? 'without a name'}`;
