'use client';
import { useQuery } from 'urql';
import type { PredictInput } from '@/generated/graphql';
import { RestsOn } from './rests-on';
import { ExplainQuery } from './try.operations';

/** What an answer rests on; asked for by itself, so that the answer appears first. */
export function Explanation({ modelId, input }: { modelId: string; input: PredictInput }) {
  const [{ data, operation, fetching }] = useQuery({
    query: ExplainQuery,
    variables: { modelId, inputs: [input] },
    requestPolicy: 'network-only',
  });
  const isOwn = operation?.variables.inputs[0] === input;
  const explained = isOwn && !fetching ? data?.predict[0] : undefined;
  if (!explained) return fetching ? <p className="mt-6 text-muted">Looking for what it rests on…</p> : null;
  return <RestsOn shares={explained.restsOn} answer={explained.class} />;
}
