'use client';
import { ArrowRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ChartGroup, type Range } from '@/chart/chart-group';
import { LineChart } from '@/chart/line-chart';
import type { RunDetailFragment } from '@/generated/graphql';
import { useLive } from '@/graphql/use-live';
import { RunChanged, RunQuery } from '@/runs/run.operations';
import { RunProgressLine } from '@/runs/run-progress';
import { RunSwatch } from '@/runs/run-swatch';
import { runCharts } from '@/runs/series/run-lines';
import { lastStep } from '@/runs/series/series-set';
import { hasEnded, StatusBadge } from '@/runs/status-badge';
import { useRunSeries } from '@/runs/use-run-series';
import { Link } from '@/ui/link';
import { Loading } from '@/ui/loading';
import { SolvedRun } from './solved-run';

type Props = { id: string; isDemo: boolean };

/** A run as it goes, on the first screen. */
export function DemoRun({ id, isDemo }: Props) {
  const { data } = useLive(RunQuery, RunChanged, id);
  if (!data) return <Loading rows={8} />;
  return data.run ? <DemoView run={data.run} isDemo={isDemo} /> : null;
}

function DemoView({ run, isDemo }: { run: RunDetailFragment; isDemo: boolean }) {
  const { series } = useRunSeries(run.id, hasEnded(run.status));
  const [range, setRange] = useState<Range>(null);
  const [loss, accuracy] = useMemo(() => runCharts(run.id, series), [run.id, series]);
  const last = lastStep(series);
  const extent = useMemo((): Range => (last > 0 ? [0, last] : null), [last]);
  return (
    <section aria-label={isDemo ? 'The demo run' : 'The newest run'} className="mb-8 border-t pt-4">
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="min-w-0 font-semibold">
          <Link href={`/runs/${run.id}`} className="flex items-center gap-2.5 hover:text-accent">
            <RunSwatch id={run.id} />
            <span className="truncate">{run.name}</span>
          </Link>
        </h2>
        <StatusBadge status={run.status} cancelling={run.cancelRequested} />
        <span className="text-muted">
          on{' '}
          <Link href={`/data/${run.version.dataSet.id}`} className="hover:text-accent">
            {run.version.dataSet.name}
          </Link>
        </span>
        <Link
          href={`/runs/${run.id}`}
          className="ml-auto inline-flex items-center gap-1 text-accent hover:underline"
        >
          Open run <ArrowRight className="size-3.5" aria-hidden />
        </Link>
      </div>
      <RunProgressLine run={run} />
      {run.technique === 'TRANSFER' ? (
        <SolvedRun run={run} />
      ) : (
        <ChartGroup extent={extent} range={range} onZoom={setRange}>
          <div className="mt-3 grid gap-x-8 gap-y-4 lg:grid-cols-2">
            {loss && <LineChart {...loss} height="h-48" />}
            {accuracy && <LineChart {...accuracy} height="h-48" />}
          </div>
        </ChartGroup>
      )}
    </section>
  );
}
