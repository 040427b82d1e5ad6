'use client';
import { Play, SlidersHorizontal } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMutation } from 'urql';
import { problemOf } from '@/graphql/problem';
import { Button, ButtonLink } from '@/ui/button';
import { ProblemNote } from '@/ui/problem-note';
import { TrainMutation } from './train.operations';

type Props = {
  versionId: string;
  /** What a screen reader calls the data. */
  name: string;
  look?: 'primary';
  /** Where there is no room for words. */
  compact?: boolean;
};

/** Trains what suits the data and shows the run; beside it the form for those who choose themselves. */
export function TrainButton({ versionId, name, look, compact = false }: Props) {
  const router = useRouter();
  const [trained, train] = useMutation(TrainMutation);
  const problem = problemOf(trained.error);
  const onTrain = async () => {
    const { data } = await train({ input: { versionId } });
    if (data) router.push(`/runs/${data.train.id}`);
  };
  return (
    <>
      <ButtonLink
        href={`/runs/new?version=${versionId}`}
        aria-label={`Choose how to train on ${name}`}
        title="Choose yourself"
      >
        <SlidersHorizontal aria-hidden />
        <span className={compact ? 'sr-only' : 'max-sm:sr-only'}>Choose yourself</span>
      </ButtonLink>
      <Button
        look={look}
        disabled={trained.fetching}
        onClick={() => void onTrain()}
        aria-label={`Train on ${name}`}
        title="Finds what suits the data: on photos and texts a calibrated head on a starter, on tables an ensemble or the head that does better"
      >
        <Play aria-hidden />
        {trained.fetching ? 'Starting…' : 'Train'}
      </Button>
      {problem && <ProblemNote problem={problem} className="w-full" />}
    </>
  );
}
