'use client';
import type { LabellingChangedSubscription } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { useFollowed } from '@/graphql/use-live';
import { FeatureProgress } from '@/ui/feature-progress';
import { Link } from '@/ui/link';
import { Loading } from '@/ui/loading';
import { MissingPage } from '@/ui/page/missing-page';
import { PageHeader } from '@/ui/page/page-header';
import { PageTitle } from '@/ui/page/page-title';
import { ProblemNote } from '@/ui/problem-note';
import { LabelDesk } from './label-desk';
import { LabellingChanged } from './labelling.operations';

export type Labelling = LabellingChangedSubscription['labellingChanged'];

/** Labels the unlabelled examples of a version, one key press each, while a head learns along. */
export function LabellingPage({ id }: { id: string }) {
  const { data, error, ended } = useFollowed(LabellingChanged, id, () => undefined);
  const labelling = data?.labellingChanged;
  const problem = problemOf(error) ?? labelling?.failure;
  if (ended && (!error || problem?.code === 'NOT_FOUND'))
    return <MissingPage what="labelling" list="/data" />;
  if (!labelling)
    return problem ? (
      <ProblemNote problem={problem} title="This could not be loaded" />
    ) : (
      <Loading rows={6} />
    );
  const { version, status, progress } = labelling;
  const title = `Label ${version.dataSet.name}`;
  return (
    <>
      <PageTitle title={title} />
      <PageHeader
        title={title}
        under={
          <p>
            The least certain examples come first.{' '}
            <Link
              href={`/data/${version.dataSet.id}`}
              className="underline underline-offset-2 hover:text-ink"
            >
              Version {version.number} of {version.dataSet.name}
            </Link>
          </p>
        }
      />
      {problem && <ProblemNote problem={problem} title="The examples could not be prepared" />}
      {!problem && status !== 'DONE' && <Preparation progress={progress} />}
      {status === 'DONE' && <LabelDesk labelling={labelling} />}
    </>
  );
}

/** How many examples are known is said by the worker that begins with them. */
const Preparation = ({ progress }: Pick<Labelling, 'progress'>) =>
  progress ? (
    <FeatureProgress features={progress} />
  ) : (
    <p role="status" className="text-muted">
      Preparing the examples…
    </p>
  );
