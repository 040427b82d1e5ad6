'use client';
import { RotateCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMutation } from 'urql';
import { IfMaking } from '@/access/if-making';
import type { StudyProgressFragment } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { hasEnded } from '@/runs/status-badge';
import { Button } from '@/ui/button';
import { EntityActions } from '@/ui/entity-actions';
import { ProblemNote } from '@/ui/problem-note';
import { CancelStudy, DeleteStudy, RerunStudy, RetryStudy } from './study.operations';

export const StudyActions = ({ study: { id, name, status } }: { study: StudyProgressFragment }) => (
  <EntityActions
    what="study"
    status={status}
    cancel={(client) => client.mutation(CancelStudy, { id })}
    retry={(client) => client.mutation(RetryStudy, { id })}
    remove={{
      act: (client) => client.mutation(DeleteStudy, { id }),
      question: `Delete the study “${name}”?`,
      lost: 'Its evaluations go with it. Models stay.',
      after: '/studies',
    }}
  >
    {hasEnded(status) && (
      <IfMaking>
        <RerunButton id={id} />
      </IfMaking>
    )}
  </EntityActions>
);

function RerunButton({ id }: { id: string }) {
  const router = useRouter();
  const [again, rerun] = useMutation(RerunStudy);
  const problem = problemOf(again.error);
  const onRerun = async () => {
    const { data } = await rerun({ id });
    if (data) router.push(`/studies/${data.rerunStudy.id}`);
  };
  return (
    <>
      <Button disabled={again.fetching} onClick={() => void onRerun()}>
        <RotateCw aria-hidden />
        Run again
      </Button>
      {problem && <ProblemNote problem={problem} className="w-full" />}
    </>
  );
}
