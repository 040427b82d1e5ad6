import { useEffect, useEffectEvent } from 'react';
import { type TypedDocumentNode, useSubscription } from 'urql';
import { useAnswer } from './use-answer';

type ById = { id: string };

/** Follows one thing by its subscription, which the API ends once the thing is deleted: then `onEnd` is called. Null follows nothing. */
export function useFollowed<Change>(
  changed: TypedDocumentNode<Change, ById>,
  id: string | null,
  onEnd: () => void,
) {
  const [{ data, error, extensions, operation }] = useSubscription({
    query: changed,
    variables: { id: id ?? '' },
    pause: id === null,
  });
  // Whoever was away when it was deleted is refused when the socket is back.
  const ended = operation?.variables.id === id && (extensions?.ended === true || error !== undefined);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (ended) end();
  }, [ended]);
  return { data, error, ended };
}

/** One thing as it is now: what comes goes through the cache into the query's answer, which has null once it is deleted. */
export function useLive<Data extends object, Change>(
  query: TypedDocumentNode<Data, ById>,
  changed: TypedDocumentNode<Change, ById>,
  id: string,
) {
  const answer = useAnswer(query, { id });
  const isThere = answer.data && Object.values(answer.data).every((thing) => thing !== null);
  useFollowed(changed, isThere ? id : null, answer.retry);
  return answer;
}
