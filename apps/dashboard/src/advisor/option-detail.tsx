import { Play } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMutation } from 'urql';
import { IfMaking } from '@/access/if-making';
import { formatBytes } from '@/format/bytes';
import { formatDuration } from '@/format/duration';
import { formatShare } from '@/format/number';
import type { AdvisedOptionContentFragment } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { Button } from '@/ui/button';
import { Facts } from '@/ui/facts';
import { ProblemNote } from '@/ui/problem-note';
import { StartRecommended } from './advisor.operations';

const points = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(100 * value).toFixed(1)}`;

type Props = {
  adviceId: string;
  option: AdvisedOptionContentFragment;
  /** Whether the answer stands. */
  startable: boolean;
};

/** What one option would reach and take, why, and the button that starts it. */
export function OptionDetail({ adviceId, option, startable }: Props) {
  const { place, technique, accuracy, gain, seconds, memoryBytes, storedBytes, why, leftOut } = option;
  const router = useRouter();
  const [starting, start] = useMutation(StartRecommended);
  const problem = problemOf(starting.error);
  const onStart = async () => {
    const { data } = await start({ id: adviceId, place });
    if (!data) return;
    const { run, evaluation } = data.startRecommended;
    router.push(run ? `/runs/${run.id}` : `/evaluations/${evaluation?.id}`);
  };
  return (
    <div className="min-w-0">
      <Facts
        facts={[
          {
            name: 'Accuracy',
            value: `${formatShare(accuracy.value)} of new examples right; in nine of ten cases ${formatShare(accuracy.low)} to ${formatShare(accuracy.high)}`,
            strong: true,
          },
          {
            name: 'Five more a class',
            value: `${points(gain.value)} points of accuracy; in nine of ten cases ${points(gain.low)} to ${points(gain.high)}`,
          },
          { name: 'Time', value: `about ${formatDuration(seconds)}, with the start of the process` },
          { name: 'Memory', value: `about ${formatBytes(memoryBytes)} at its peak` },
          { name: 'Kept', value: `about ${formatBytes(storedBytes)} to answer with` },
        ]}
      />
      <ul className="my-4 list-disc space-y-1 pl-5 text-muted">
        {why.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {leftOut && <p className="mb-3 text-bad">{leftOut}</p>}
      <IfMaking>
        <Button look="primary" onClick={() => void onStart()} disabled={starting.fetching || !startable}>
          <Play aria-hidden />
          {technique ? 'Start this run' : 'Start this evaluation'}
        </Button>
      </IfMaking>
      {!technique && (
        <p className="mt-2 text-[12px] text-muted">
          It is scored on the test part; a head without a model cannot be served.
        </p>
      )}
      {problem && <ProblemNote problem={problem} className="mt-4" />}
    </div>
  );
}
