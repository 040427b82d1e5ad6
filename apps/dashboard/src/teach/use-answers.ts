import { useCallback, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { PredictQuery as PredictAnswer, PredictInput } from '@/generated/graphql';
import { type Problem, problemOf } from '@/graphql/problem';
import { PredictQuery } from '@/try/try.operations';

/** Answers that the shown rate is of. */
const RATED = 10;

/** Asks a model one thing after the other; an answer to an earlier question never comes after that to a later one. */
export function useAnswers(modelId: string | null) {
  const client = useClient();
  const [answer, setAnswer] = useState<{
    input: PredictInput;
    prediction: PredictAnswer['predict'][number];
  } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const asked = useRef(0);
  const times = useRef<number[]>([]);
  const ask = useCallback(
    async (input: PredictInput): Promise<void> => {
      if (modelId === null) return;
      asked.current += 1;
      const own = asked.current;
      const { data, error } = await client
        .query(PredictQuery, { modelId, inputs: [input], coverage: null }, { requestPolicy: 'network-only' })
        .toPromise();
      if (own !== asked.current) return;
      times.current = [...times.current.slice(-RATED), performance.now()];
      setProblem(problemOf(error));
      const prediction = data?.predict[0];
      setAnswer(prediction ? { input, prediction } : null);
    },
    [client, modelId],
  );
  const [first = 0] = times.current;
  const spent = (times.current.at(-1) ?? 0) - first;
  const rate = times.current.length > RATED && spent < 10_000 ? (1000 * RATED) / spent : null;
  return { ask, answer, problem, rate };
}
