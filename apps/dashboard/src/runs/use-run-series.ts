import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { forgetOperation, logOperation } from '@/graphql/operation-log';
import { type Problem, problemOf } from '@/graphql/problem';
import { useLiveClient } from '@/shell/providers';
import { followMetrics } from './follow-metrics';
import { RunHistoryQuery } from './run-metrics.operations';
import { extendSeries, lastStep, type SeriesSet } from './series/series-set';

const EMPTY: SeriesSet = new Map();
const BROKEN: Problem = {
  code: 'STREAM_FAILED',
  message: 'The live values stopped coming. Reload to try again.',
};

export type RunSeries = { series: SeriesSet; loading: boolean; problem: Problem | null };

/** A run's series: what was recorded until now, then what comes. `ended` turning over loads it afresh. */
export function useRunSeries(runId: string | null, ended: boolean): RunSeries {
  const client = useClient();
  const live = useLiveClient();
  const [state, setState] = useState<RunSeries>({ series: EMPTY, loading: true, problem: null });
  useEffect(() => {
    if (!live || !runId) return;
    let stop: (() => void) | null = null;
    let left = false;
    const fail = (problem: Problem) => setState((before) => ({ ...before, loading: false, problem }));
    const variables = { id: runId, points: 1_500 };
    logOperation(variables, RunHistoryQuery, variables);
    const load = async () => {
      const { data, error } = await client
        .query(RunHistoryQuery, variables, { requestPolicy: 'network-only' })
        .toPromise();
      if (left) return;
      const problem = problemOf(error);
      if (problem) return fail(problem);
      const history = extendSeries(EMPTY, data?.run?.metrics ?? []);
      setState({ series: history, loading: false, problem: null });
      if (ended) return;
      const add = (sent: Parameters<typeof extendSeries>[1]) =>
        setState(({ series }) => ({ series: extendSeries(series, sent), loading: false, problem: null }));
      stop = followMetrics(
        live,
        runId,
        lastStep(history),
        (batch) => add(batch.series),
        () => fail(BROKEN),
      );
    };
    void load();
    return () => {
      left = true;
      forgetOperation(variables);
      stop?.();
    };
  }, [client, live, runId, ended]);
  return state;
}
