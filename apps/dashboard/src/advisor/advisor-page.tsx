'use client';
import { Compass } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { VersionChanged } from '@/data/version.operations';
import { formatMany } from '@/format/number';
import { useAnswer } from '@/graphql/use-answer';
import { useFollowed } from '@/graphql/use-live';
import { Answer } from '@/ui/answer';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { MissingPage } from '@/ui/page/missing-page';
import { PageHeader } from '@/ui/page/page-header';
import { AdviceView } from './advice-view';
import { AdvisedVersionQuery } from './advisor.operations';
import { BudgetForm } from './budget-form';
import { TrackRecord } from './track-record';

/** `?version=ID` says what is asked about; the newest answer is shown until another is asked for. */
export function AdvisorPage() {
  const versionId = useSearchParams().get('version');
  return (
    <>
      {versionId ? (
        <VersionAdvice key={versionId} versionId={versionId} />
      ) : (
        <>
          <PageHeader
            title="Advisor"
            under="Which method suits your data, what it will reach and what it will take."
          />
          <EmptyState
            icon={Compass}
            title="Choose a data set"
            text="The advisor looks at the training part of one data set. Open it, then ask for advice."
            action={
              <ButtonLink look="primary" href="/data">
                See data sets
              </ButtonLink>
            }
          />
        </>
      )}
      <TrackRecord />
    </>
  );
}

function VersionAdvice({ versionId }: { versionId: string }) {
  const answer = useAnswer(AdvisedVersionQuery, { versionId });
  useFollowed(VersionChanged, answer.data?.dataSetVersion ? versionId : null, answer.retry);
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <Answer {...answer}>
      {({ dataSetVersion: version, recommendations }) => {
        if (!version) return <MissingPage what="version" list="/data" />;
        const shown = asked ?? recommendations[0]?.id;
        return (
          <>
            <PageHeader
              title="Advisor"
              under={
                <>
                  For{' '}
                  <Link
                    href={`/data/${version.dataSet.id}`}
                    className="text-ink underline underline-offset-2"
                  >
                    {version.dataSet.name}
                  </Link>
                  , version {version.number}: {formatMany(version.exampleCount, 'example')} of{' '}
                  {formatMany(version.classCount, 'class', 'classes')}. It tries methods on the training part
                  alone, so that the test part stays an honest check.
                </>
              }
            />
            <BudgetForm versionId={versionId} budget={recommendations[0]?.budget ?? {}} onAsked={setAsked} />
            {shown && <AdviceView key={shown} id={shown} />}
          </>
        );
      }}
    </Answer>
  );
}
