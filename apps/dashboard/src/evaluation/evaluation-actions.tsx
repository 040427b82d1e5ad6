'use client';
import { CircleStop, RotateCcw, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMutation } from 'urql';
import type { EvaluationDetailFragment } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { hasEnded } from '@/runs/status-badge';
import { Button, IconButton } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { ProblemNote } from '@/ui/problem-note';
import { CancelEvaluation, DeleteEvaluation, RetryEvaluation } from './evaluation.operations';

export function EvaluationActions({
  evaluation: { id, name, status, study },
}: {
  evaluation: EvaluationDetailFragment;
}) {
  const router = useRouter();
  const [cancelled, cancel] = useMutation(CancelEvaluation);
  const [retried, retry] = useMutation(RetryEvaluation);
  const [deleted, remove] = useMutation(DeleteEvaluation);
  const problem = problemOf(cancelled.error ?? retried.error ?? deleted.error);
  const onDelete = async () => {
    const { error } = await remove({ id });
    if (!error) router.push('/evaluations');
  };
  return (
    <>
      {!hasEnded(status) && (
        <Button look="danger" disabled={cancelled.fetching} onClick={() => void cancel({ id })}>
          <CircleStop aria-hidden />
          Cancel evaluation
        </Button>
      )}
      {(status === 'FAILED' || status === 'CANCELLED') && (
        <Button disabled={retried.fetching} onClick={() => void retry({ id })}>
          <RotateCcw aria-hidden />
          Retry evaluation
        </Button>
      )}
      {hasEnded(status) && !study && (
        <Confirm
          trigger={
            <IconButton name="Delete evaluation">
              <Trash2 aria-hidden />
            </IconButton>
          }
          title={`Delete the evaluation “${name}”?`}
          text="Its figures and the examples behind its mistakes are lost. Its model stays."
          verb="Delete evaluation"
          onConfirm={() => void onDelete()}
        />
      )}
      {problem && <ProblemNote problem={problem} className="w-full" />}
    </>
  );
}
