'use client';
import { useQuery } from 'urql';
import { AddedByCells } from '@/columns/contributions';
import type { FilePredictionDetailFragment } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { RestsOn } from '@/try/rests-on';
import { ProblemNote } from '@/ui/problem-note';
import { RowAnswerQuery } from './prediction.operations';

type Model = FilePredictionDetailFragment['model'];

/** What can be said about why a model answers as it does. */
export const reasonsOf = (model: Model): { examples: boolean; cells: boolean } => ({
  examples: model ? model.provenanceProblem === null : false,
  cells: model?.input.modality === 'TABLE' && Boolean(model.version),
});

/** What the answer to a row rests on: the model is asked about it again. */
export function WhyRow({ id, row, model }: { id: string; row: number; model: Model }) {
  const [{ data, error }] = useQuery({ query: RowAnswerQuery, variables: { id, row, ...reasonsOf(model) } });
  const problem = problemOf(error);
  if (problem) return <ProblemNote problem={problem} title="Why is not known" className="mt-2" />;
  const answer = data?.prediction?.answer;
  if (!answer) return <p className="mt-2 text-muted">Looking for what it rests on…</p>;
  return (
    <div className="max-w-2xl">
      {answer.contributions && <AddedByCells answer={answer.class} contributions={answer.contributions} />}
      {answer.restsOn && <RestsOn shares={answer.restsOn} answer={answer.class} />}
    </div>
  );
}
