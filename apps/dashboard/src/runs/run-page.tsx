'use client';
import { Boxes } from 'lucide-react';
import Link from 'next/link';
import { useQuery, useSubscription } from 'urql';
import type { RunDetailFragment } from '@/generated/graphql';
import { TestReport } from '@/report/test-report';
import { Answer } from '@/ui/answer';
import { ButtonLink } from '@/ui/button';
import { CopyButton } from '@/ui/copy-button';
import { MissingPage } from '@/ui/missing-page';
import { PageHeader } from '@/ui/page-header';
import { PageTitle } from '@/ui/page-title';
import { ProblemNote } from '@/ui/problem-note';
import { Section } from '@/ui/section';
import { RunChanged, RunQuery } from './run.operations';
import { RunActions } from './run-actions';
import { RunCharts } from './run-charts';
import { RunConfiguration } from './run-configuration';
import { RunEnvironment } from './run-environment';
import { RunFigures } from './run-figures';
import { RunProgressLine } from './run-progress';
import { RunSwatch } from './run-swatch';
import { hasEnded, StatusBadge } from './status-badge';
import { useRunSeries } from './use-run-series';

export function RunPage({ id }: { id: string }) {
  const [{ data, error }, refetch] = useQuery({ query: RunQuery, variables: { id } });
  // The cache puts what comes into the query's answer.
  useSubscription({ query: RunChanged, variables: { id }, pause: !data?.run });
  return (
    <Answer data={data} error={error} retry={() => refetch({ requestPolicy: 'network-only' })}>
      {({ run }) => (run ? <RunView run={run} /> : <MissingPage what="run" list="/runs" />)}
    </Answer>
  );
}

function RunView({ run }: { run: RunDetailFragment }) {
  const series = useRunSeries(run.id, hasEnded(run.status));
  return (
    <>
      <PageTitle title={run.name} />
      <PageHeader
        title={
          <>
            <RunSwatch id={run.id} />
            <span className="min-w-0 break-words">{run.name}</span>
            <span className="text-[13px]" aria-live="polite">
              <span className="sr-only">Status: </span>
              <StatusBadge status={run.status} cancelling={run.cancelRequested} />
            </span>
          </>
        }
        under={
          <>
            {run.technique.toLowerCase()} on{' '}
            <Link
              href={`/data/${run.version.dataSet.id}`}
              className="text-ink underline decoration-line-strong underline-offset-2 hover:decoration-accent"
            >
              {run.version.dataSet.name}
            </Link>
            , version {run.version.number}
          </>
        }
        actions={<RunActions run={run} />}
      />
      {run.failure && <ProblemNote problem={run.failure} title="The run failed" className="mb-6" />}
      <div className="mb-4">
        <RunProgressLine run={run} />
      </div>
      <RunFigures run={run} />
      {run.models.length > 0 && <Result run={run} />}
      <div className="mb-8">
        <RunCharts runId={run.id} state={series} />
      </div>
      {run.report && (
        <Section title="Test">
          <TestReport report={run.report} />
        </Section>
      )}
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

function Result({ run }: { run: RunDetailFragment }) {
  return (
    <ul aria-label="Resulting models" className="mb-6 space-y-2">
      {run.models.map((model) => (
        <li
          key={model.id}
          className="flex flex-wrap items-center gap-3 rounded-lg bg-accent-soft px-4 py-2.5"
        >
          <Boxes className="size-4 text-accent" aria-hidden />
          <span>
            This run made the model <strong className="font-semibold">{model.name}</strong>.
          </span>
          <span className="ml-auto flex gap-2">
            <ButtonLink href={`/models/${model.id}`}>Open model</ButtonLink>
            <ButtonLink look="primary" href={`/models/${model.id}/try`}>
              Try it
            </ButtonLink>
          </span>
        </li>
      ))}
    </ul>
  );
}
