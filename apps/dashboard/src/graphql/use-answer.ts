import { useCallback } from 'react';
import { type AnyVariables, type TypedDocumentNode, type UseQueryArgs, useQuery } from 'urql';

/** What a query gives, with a way to ask it again: what `Answer` shows. */
export function useAnswer<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) {
  const [{ data, error }, ask] = useQuery({ query, variables } as UseQueryArgs<Variables, Data>);
  const retry = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  return { data, error, retry };
}
