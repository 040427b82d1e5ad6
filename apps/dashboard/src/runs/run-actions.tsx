'use client';
import { CircleStop, Copy, RotateCcw, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMutation } from 'urql';
import type { RunDetailFragment } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { Button, ButtonLink, IconButton } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { ProblemNote } from '@/ui/problem-note';
import { CancelRun, DeleteRun, RetryRun } from './run.operations';
import { hasEnded } from './status-badge';

export function RunActions({ run }: { run: RunDetailFragment }) {
  const router = useRouter();
  const [cancelled, cancel] = useMutation(CancelRun);
  const [retried, retry] = useMutation(RetryRun);
  const [deleted, remove] = useMutation(DeleteRun);
  const problem = problemOf(cancelled.error ?? retried.error ?? deleted.error);
  const ended = hasEnded(run.status);
  const onDelete = async () => {
    const { error } = await remove({ id: run.id });
    if (!error) router.push('/runs');
  };
  return (
    <>
      {!ended && (
        <Button
          look="danger"
          disabled={cancelled.fetching || run.cancelRequested}
          onClick={() => void cancel({ id: run.id })}
        >
          <CircleStop aria-hidden />
          Cancel run
        </Button>
      )}
      {(run.status === 'FAILED' || run.status === 'CANCELLED') && (
        <Button disabled={retried.fetching} onClick={() => void retry({ id: run.id })}>
          <RotateCcw aria-hidden />
          Retry run
        </Button>
      )}
      <ButtonLink href={`/runs/new?like=${run.id}`}>
        <Copy aria-hidden />
        Run again with changes
      </ButtonLink>
      {ended && (
        <Confirm
          trigger={
            <IconButton name="Delete run">
              <Trash2 aria-hidden />
            </IconButton>
          }
          title={`Delete the run “${run.name}”?`}
          text="Its metrics, attempts and report are lost. Its models stay."
          verb="Delete run"
          onConfirm={() => void onDelete()}
        />
      )}
      {problem && <ProblemNote problem={problem} className="w-full" />}
    </>
  );
}
