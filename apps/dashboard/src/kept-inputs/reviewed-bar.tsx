import { useRouter } from 'next/navigation';
import { useMutation } from 'urql';
import { formatMany } from '@/format/number';
import { problemOf } from '@/graphql/problem';
import { Button } from '@/ui/button';
import { Link } from '@/ui/link';
import { ProblemNote } from '@/ui/problem-note';
import { AddInputsToDataSet, TeachInputs } from './kept-inputs.operations';
import type { AskedModel } from './kept-inputs-section';

type Reviewed = { id: string; taughtAt: string | null; addedAt: string | null };
type Props = {
  model: AskedModel;
  isTeachable: boolean;
  /** At most a hundred: as many as are taught at once. */
  reviewed: Reviewed[];
  onDone: () => void;
};

/** What reviewed inputs are good for: the model is taught them, and its data set gets a version with them. */
export function ReviewedBar({ model: { id: modelId, version }, isTeachable, reviewed, onDone }: Props) {
  const router = useRouter();
  const [taught, teach] = useMutation(TeachInputs);
  const [added, add] = useMutation(AddInputsToDataSet);
  const problem = problemOf(taught.error ?? added.error);
  const untaught = reviewed.filter(({ taughtAt }) => taughtAt === null).map(({ id }) => id);
  const unadded = reviewed.filter(({ addedAt }) => addedAt === null).map(({ id }) => id);
  const isBusy = taught.fetching || added.fetching;
  const made = added.data?.addInputsToDataSet;
  const dataSet = version?.dataSet;
  if (reviewed.length === 0) return null;
  return (
    <div className="mb-4 grid gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {isTeachable && untaught.length > 0 && (
          <Button
            look="primary"
            disabled={isBusy}
            onClick={() =>
              void teach({ input: { modelId, ids: untaught } }).then(
                ({ data }) => data && router.push(`/models/${data.teachInputs.id}`),
              )
            }
          >
            {taught.fetching
              ? 'Teaching…'
              : `Teach the model ${formatMany(untaught.length, 'reviewed input')}`}
          </Button>
        )}
        {dataSet && unadded.length > 0 && (
          <Button
            className="max-w-full"
            disabled={isBusy}
            onClick={() => void add({ input: { modelId, ids: unadded } }).then(onDone)}
          >
            <span className="truncate">
              {added.fetching
                ? 'Adding…'
                : `Add ${formatMany(unadded.length, 'reviewed input')} to ${dataSet.name}`}
            </span>
          </Button>
        )}
      </div>
      {made && dataSet && (
        <p role="status">
          Version {made.number} of{' '}
          <Link href={`/data/${dataSet.id}`} className="underline underline-offset-2">
            {dataSet.name}
          </Link>{' '}
          is being made.
        </p>
      )}
      {problem && <ProblemNote problem={problem} title="It was not done" />}
    </div>
  );
}
