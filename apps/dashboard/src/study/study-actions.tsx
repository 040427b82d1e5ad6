'use client';
import { CircleStop, RotateCw, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMutation } from 'urql';
import type { StudyProgressFragment } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { hasEnded } from '@/runs/status-badge';
import { Button, IconButton } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { ProblemNote } from '@/ui/problem-note';
import { CancelStudy, DeleteStudy, RerunStudy } from './study.operations';

export function StudyActions({ study: { id, name, status } }: { study: StudyProgressFragment }) {
  const router = useRouter();
  const [cancelled, cancel] = useMutation(CancelStudy);
  const [again, rerun] = useMutation(RerunStudy);
  const [deleted, remove] = useMutation(DeleteStudy);
  const problem = problemOf(cancelled.error ?? again.error ?? deleted.error);
  const ended = hasEnded(status);
  const onRerun = async () => {
    const { data } = await rerun({ id });
    if (data) router.push(`/studies/${data.rerunStudy.id}`);
  };
  const onDelete = async () => {
    const { error } = await remove({ id });
    if (!error) router.push('/studies');
  };
  return (
    <>
      {ended ? (
        <>
          <Button disabled={again.fetching} onClick={() => void onRerun()}>
            <RotateCw aria-hidden />
            Run again
          </Button>
          <Confirm
            trigger={
              <IconButton name="Delete study">
                <Trash2 aria-hidden />
              </IconButton>
            }
            title={`Delete the study “${name}”?`}
            text="Its evaluations go with it. Models stay."
            verb="Delete study"
            onConfirm={() => void onDelete()}
          />
        </>
      ) : (
        <Button look="danger" disabled={cancelled.fetching} onClick={() => void cancel({ id })}>
          <CircleStop aria-hidden />
          Cancel study
        </Button>
      )}
      {problem && <ProblemNote problem={problem} className="w-full" />}
    </>
  );
}
