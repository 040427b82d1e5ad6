'use client';
import { Tags } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMutation } from 'urql';
import { problemOf } from '@/graphql/problem';
import { Button } from '@/ui/button';
import { ProblemNote } from '@/ui/problem-note';
import { StartLabelling } from './labelling.operations';

/** Begins to label the unlabelled examples of a version, one after the other. */
export function LabelButton({ versionId }: { versionId: string }) {
  const router = useRouter();
  const [started, start] = useMutation(StartLabelling);
  const problem = problemOf(started.error);
  const onStart = async () => {
    const { data } = await start({ versionId });
    if (data) router.push(`/label/${data.startLabelling.id}`);
  };
  return (
    <>
      <Button look="primary" disabled={started.fetching} onClick={() => void onStart()}>
        <Tags aria-hidden />
        Label one by one
      </Button>
      {problem && <ProblemNote problem={problem} className="w-full" />}
    </>
  );
}
