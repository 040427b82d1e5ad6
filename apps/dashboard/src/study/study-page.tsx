'use client';
import { useState } from 'react';
import { WarningNotes } from '@/evaluation/warning-notes';
import { formatBytes } from '@/format/bytes';
import type { StudyProgressFragment } from '@/generated/graphql';
import { useLive } from '@/graphql/use-live';
import { NameWithStatus } from '@/runs/name-with-status';
import { hasEnded } from '@/runs/status-badge';
import { Answer } from '@/ui/answer';
import { Link } from '@/ui/link';
import { MissingPage } from '@/ui/page/missing-page';
import { PageHeader } from '@/ui/page/page-header';
import { PageTitle } from '@/ui/page/page-title';
import { ProblemNote } from '@/ui/problem-note';
import { ProgressBar } from '@/ui/progress-bar';
import { Tabs } from '@/ui/tabs';
import { RanksPlot } from './ranks-plot';
import { RerunSection } from './rerun-section';
import { StudyChanged, StudyQuery } from './study.operations';
import { StudyActions } from './study-actions';
import { StudyBoard } from './study-board';

export function StudyPage({ id }: { id: string }) {
  return (
    <Answer {...useLive(StudyQuery, StudyChanged, id)}>
      {({ study }) => (study ? <StudyView study={study} /> : <MissingPage what="study" list="/studies" />)}
    </Answer>
  );
}

function StudyView({ study }: { study: StudyProgressFragment }) {
  const { name, status, protocolText, versions, evaluations, warnings, rerun, criticalDifference } = study;
  const [shown, setShown] = useState(versions[0]?.id ?? '');
  const failed = evaluations.filter((one) => one.failure);
  const share = evaluations.reduce((sum, { progress }) => sum + progress.units / Math.max(1, progress.of), 0);
  const machine = evaluations.find(({ environment }) => environment)?.environment;
  return (
    <>
      <PageTitle title={name} />
      <PageHeader
        title={<NameWithStatus name={name} status={status} />}
        under={
          <>
            {protocolText}, on{' '}
            {versions.map(({ id, dataSet }, i) => (
              <span key={id}>
                {i > 0 && ', '}
                <Link href={`/data/${dataSet.id}`} className="text-ink underline underline-offset-2">
                  {dataSet.name}
                </Link>
              </span>
            ))}
            . All candidates meet the same units
            {machine && `; costs are measured on ${machine.cpu} with ${formatBytes(machine.memoryBytes)}`}.
          </>
        }
        actions={<StudyActions study={study} />}
      />
      <WarningNotes warnings={warnings} />
      {failed.map(({ id, name: candidate, failure }) => (
        <ProblemNote key={id} problem={failure!} title={`${candidate} failed`} className="mb-4" />
      ))}
      {!hasEnded(status) && (
        <ProgressBar
          label="Progress of the study"
          share={share / Math.max(1, evaluations.length)}
          className="mb-6"
        />
      )}
      {rerun && <RerunSection rerun={rerun} />}
      {criticalDifference && (
        <div className="border-t pt-4 pb-8">
          <RanksPlot ranks={criticalDifference} />
        </div>
      )}
      {versions.length === 1 ? (
        <StudyBoard study={study} versionId={shown} />
      ) : (
        <Tabs
          value={shown}
          onChange={setShown}
          tabs={versions.map(({ id, dataSet }) => ({
            key: id,
            title: dataSet.name,
            content: <StudyBoard study={study} versionId={id} />,
          }))}
        />
      )}
    </>
  );
}
