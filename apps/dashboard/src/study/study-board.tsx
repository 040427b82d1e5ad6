'use client';
import { useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { ShotCurvePlot } from '@/evaluation/shot-curve-plot';
import type { StudyMetric, StudyProgressFragment } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { ProblemNote } from '@/ui/problem-note';
import { Section } from '@/ui/section';
import { Select } from '@/ui/select';
import { ComparisonQuery } from './comparison.operations';
import { entriesOf } from './entry';
import { LeaderboardPlot } from './leaderboard-plot';
import { LeaderboardTable } from './leaderboard-table';
import { PairsPlot } from './pairs-plot';
import { ParetoPlot } from './pareto-plot';
import { verdictOf } from './verdict';

const METRICS: { value: StudyMetric; label: string; unit: 'share' | 'number' }[] = [
  { value: 'ACCURACY', label: 'Accuracy', unit: 'share' },
  { value: 'BALANCED_ACCURACY', label: 'Balanced accuracy', unit: 'share' },
  { value: 'MACRO_F1', label: 'Macro F1', unit: 'share' },
  { value: 'LOG_LOSS', label: 'Log loss', unit: 'number' },
  { value: 'BRIER', label: 'Brier score', unit: 'number' },
];
const BY_EXAMPLE = ['SPLIT', 'LEAVE_ONE_OUT'];

/** The candidates on one of the study's data sets: order, tests, costs, curves. */
export function StudyBoard({ study, versionId }: { study: StudyProgressFragment; versionId: string }) {
  const [metric, setMetric] = useState<StudyMetric>('ACCURACY');
  const { label, unit } = METRICS.find(({ value }) => value === metric)!;
  const evaluations = study.evaluations.filter(({ version }) => version.id === versionId);
  const done = evaluations.filter(({ status }) => status === 'DONE').length;
  const [{ data, error }, ask] = useQuery({
    query: ComparisonQuery,
    variables: { id: study.id, versionId, metric },
    pause: done < 2,
  });
  // Each candidate that is done changes the comparison.
  useEffect(() => {
    if (done >= 2) ask({ requestPolicy: 'network-only' });
  }, [done, ask]);
  const comparison = (done >= 2 && data?.study?.comparison) || null;
  const entries = useMemo(
    () => entriesOf(evaluations, comparison, metric),
    [evaluations, comparison, metric],
  );
  const problem = problemOf(error);
  const curves = entries.flatMap(({ label: name, evaluation: { id, position, report } }) =>
    report && report.curve.length > 0 ? [{ id, name, position, points: report.curve }] : [],
  );
  const metrics = METRICS.filter(
    ({ value }) =>
      !BY_EXAMPLE.includes(evaluations[0]?.protocol ?? '') ||
      !['BALANCED_ACCURACY', 'MACRO_F1'].includes(value),
  );
  return (
    <>
      <Section
        title="Leaderboard"
        actions={
          <div className="flex items-center gap-2 text-muted">
            By
            <Select
              aria-label="Compare by"
              value={metric}
              onChange={(event) => setMetric(event.target.value as StudyMetric)}
              className="w-44"
            >
              {metrics.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
            </Select>
          </div>
        }
      >
        {problem && <ProblemNote problem={problem} className="mb-4" />}
        {comparison && (
          <p className="mb-4 max-w-prose" aria-live="polite">
            {data?.study?.decision?.text ?? verdictOf(entries, comparison)}
          </p>
        )}
        <LeaderboardTable entries={entries} metric={label} unit={unit} />
      </Section>
      {entries.some(({ figure }) => figure) && (
        <div className="grid gap-x-10 gap-y-8 border-t pt-4 pb-8 xl:grid-cols-2">
          <LeaderboardPlot entries={entries} metric={label} unit={unit} values={comparison?.values ?? null} />
          {comparison && <PairsPlot entries={entries} comparison={comparison} unit={unit} />}
          {metric === 'ACCURACY' && comparison && <ParetoPlot entries={entries} />}
          {curves.length > 0 && <ShotCurvePlot curves={curves} />}
        </div>
      )}
    </>
  );
}
