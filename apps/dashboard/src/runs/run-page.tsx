'use client';
import { OfProject } from '@/access/if-making';
import { WarningNotes } from '@/evaluation/warning-notes';
import { FeatureMapSection } from '@/feature-map/feature-map-section';
import type { RunDetailFragment } from '@/generated/graphql';
import { useLive } from '@/graphql/use-live';
import { ComparedHeads } from '@/report/compared-heads';
import { EpisodeReport } from '@/report/episode-report';
import { ProbabilityLine } from '@/report/probability-line';
import { TestReport } from '@/report/test-report';
import { Answer } from '@/ui/answer';
import { CopyButton } from '@/ui/copy-button';
import { Link } from '@/ui/link';
import { MissingPage } from '@/ui/page/missing-page';
import { PageHeader } from '@/ui/page/page-header';
import { PageTitle } from '@/ui/page/page-title';
import { ProblemNote } from '@/ui/problem-note';
import { Section } from '@/ui/section';
import { isSolved } from './is-solved';
import { NameWithStatus } from './name-with-status';
import { OneStep } from './one-step';
import { RunChanged, RunQuery } from './run.operations';
import { RunActions } from './run-actions';
import { RunCharts } from './run-charts';
import { RunConfiguration } from './run-configuration';
import { RunEnvironment } from './run-environment';
import { RunFigures } from './run-figures';
import { RunModels } from './run-models';
import { RunProgressLine } from './run-progress';
import { RunSwatch } from './run-swatch';
import { hasEnded } from './status-badge';
import { useRunSeries } from './use-run-series';

const LINK = 'text-ink underline decoration-line-strong underline-offset-2 hover:decoration-accent';

export function RunPage({ id }: { id: string }) {
  return (
    <Answer {...useLive(RunQuery, RunChanged, id)}>
      {({ run }) =>
        run ? (
          <OfProject project={run.project}>
            <RunView run={run} />
          </OfProject>
        ) : (
          <MissingPage what="run" list="/runs" />
        )
      }
    </Answer>
  );
}

function RunView({ run }: { run: RunDetailFragment }) {
  const series = useRunSeries(run.id, hasEnded(run.status));
  const solved = isSolved(run);
  return (
    <>
      <PageTitle title={run.name} />
      <PageHeader
        title={
          <>
            <RunSwatch id={run.id} />
            <NameWithStatus name={run.name} status={run.status} cancelling={run.cancelRequested} />
          </>
        }
        under={
          <>
            {run.technique.toLowerCase()} on{' '}
            <Link href={`/data/${run.version.dataSet.id}`} className={LINK}>
              {run.version.dataSet.name}
            </Link>
            , version {run.version.number}
            {run.parent && (
              <>
                , from the model{' '}
                <Link href={`/models/${run.parent.id}`} className={LINK}>
                  {run.parent.name}
                </Link>
              </>
            )}
          </>
        }
        actions={<RunActions run={run} />}
      />
      {run.failure && <ProblemNote problem={run.failure} title="The run failed" className="mb-6" />}
      <div className="mb-4">
        <RunProgressLine run={run} />
      </div>
      <RunFigures run={run} />
      {run.report && <WarningNotes warnings={run.version.testWarnings} />}
      {run.models.length > 0 && <RunModels models={run.models} />}
      <div className="mb-8">
        {!solved && <RunCharts runId={run.id} technique={run.technique} method={run.method} state={series} />}
        {solved && run.status === 'DONE' && <OneStep summary={run.summary} />}
        {run.models.map(({ id, probabilityText }) => (
          <ProbabilityLine key={id} text={probabilityText} />
        ))}
      </div>
      <ComparedHeads heads={run.comparedHeads} />
      {run.episodeReport && (
        <Section title="Test on new classes">
          <EpisodeReport report={run.episodeReport} />
        </Section>
      )}
      {run.report && (
        <Section title="Test">
          <TestReport report={run.report} />
        </Section>
      )}
      {run.status === 'DONE' && <FeatureMapSection runId={run.id} />}
      <div className="grid gap-x-10 lg:grid-cols-2">
        <Section
          title="Configuration"
          actions={<CopyButton label="Copy as GraphQL" text={() => run.asMutation} />}
        >
          <RunConfiguration run={run} />
        </Section>
        <Section title="Environment and attempts">
          <RunEnvironment run={run} />
        </Section>
      </div>
    </>
  );
}
