import { useCallback, useEffect, useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { LabelAnswer, LabellingStepQuery as StepAnswer } from '@/generated/graphql';
import { keepAnswers, keptAnswers } from './kept-answers';
import { LabellingStepQuery } from './labelling.operations';

export type Step = StepAnswer['labellingStep'];

/** The answers so far, what to label next, and how much the last answer helped. */
export function useLabelling(id: string) {
  const client = useClient();
  const [answers, setAnswers] = useState<LabelAnswer[]>([]);
  const [steps, setSteps] = useState<Step[]>([]);
  const [error, setError] = useState<CombinedError>();
  // A key that is pressed before the next example is there would be taken for the one before.
  const asking = useRef(false);
  const ask = useCallback(
    async (next: LabelAnswer[]) => {
      const variables = { id, answers: next };
      asking.current = true;
      const answer = await client
        .query(LabellingStepQuery, variables, { requestPolicy: 'network-only' })
        .toPromise();
      setError(answer.error);
      if (!answer.data) return;
      const step = answer.data.labellingStep;
      setSteps((before) => Object.assign(before.slice(0, next.length), { [next.length]: step }));
      setAnswers(next);
      keepAnswers(id, next);
    },
    [client, id],
  );
  // Each question ends in new answers or an error.
  useEffect(() => {
    asking.current = false;
  }, [answers, error]);
  useEffect(() => void ask(keptAnswers(id)), [ask, id]);
  const step = steps[answers.length];
  const before = answers.length > 0 ? steps[answers.length - 1] : undefined;
  const shown = step?.next[0];
  return {
    answers,
    step,
    before,
    first: steps[0],
    error,
    retry: () => void ask(answers),
    answer: (name: string) => {
      if (shown && !asking.current) void ask([...answers, { exampleId: shown.example.id, class: name }]);
    },
    undo: () => {
      if (answers.length === 0 || asking.current) return;
      const next = answers.slice(0, -1);
      // The step before the last answer is still known, unless the answers were given on an earlier visit.
      if (!steps[next.length]) return void ask(next);
      setAnswers(next);
      keepAnswers(id, next);
    },
  };
}
