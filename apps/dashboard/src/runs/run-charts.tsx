'use client';
import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { ChartGroup, type Range } from '@/chart/chart-group';
import { LineChart } from '@/chart/line-chart';
import type { Technique } from '@/generated/graphql';
import { ProblemNote } from '@/ui/problem-note';
import { RunHistoryQuery } from './run-metrics.operations';
import { runCharts } from './series/run-lines';
import { extendSeries, lastStep, type SeriesSet } from './series/series-set';
import type { RunSeries } from './use-run-series';

type Props = { runId: string; technique: Technique; method: string; state: RunSeries };

/** All charts of a run, with one crosshair and one zoom; a zoom asks the server for the detail inside it. */
export function RunCharts({ runId, technique, method, state }: Props) {
  const [range, setRange] = useState<Range>(null);
  const series = useDetail(runId, state.series, range);
  const [first, second, ...rest] = useMemo(
    () => runCharts(runId, series, { technique, method }),
    [runId, series, technique, method],
  );
  const small = rest.filter(({ lines }) => lines.length > 0);
  const last = lastStep(state.series);
  const extent = useMemo((): Range => (last > 0 ? [0, last] : null), [last]);
  return (
    <ChartGroup extent={extent} range={range} onZoom={setRange}>
      {state.problem && <ProblemNote problem={state.problem} className="mb-4" />}
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
        {first && <LineChart {...first} height="h-64" />}
        {second && <LineChart {...second} height="h-64" />}
      </div>
      <div
        className={`mt-6 grid gap-x-8 gap-y-6 sm:grid-cols-2 ${small.length > 3 ? 'xl:grid-cols-4' : 'xl:grid-cols-3'}`}
      >
        {small.map((chart) => (
          <LineChart key={chart.title + chart.unit} {...chart} height="h-36" />
        ))}
      </div>
    </ChartGroup>
  );
}

/** The series, or within a zoom their detail where the series on hand were merged. */
function useDetail(runId: string, series: SeriesSet, range: Range): SeriesSet {
  const merged = [...series.values()].some(({ minima }) => minima !== null);
  const [{ data }] = useQuery({
    query: RunHistoryQuery,
    variables: {
      id: runId,
      points: 1_500,
      fromStep: Math.floor(range?.[0] ?? 0),
      toStep: Math.ceil(range?.[1] ?? 0),
    },
    pause: range === null || !merged,
  });
  const detail = range !== null && merged ? data?.run?.metrics : undefined;
  return useMemo(() => (detail ? extendSeries(new Map(), detail) : series), [detail, series]);
}
