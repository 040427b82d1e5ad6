import { candidateColour } from '@/chart/candidate-colour';
import { ticks } from '@/chart/ticks';
import { figureRange, figureValue, type Unit } from '@/evaluation/figure-text';
import { formatValue } from '@/format/number';
import { Axes } from '@/plot/axes';
import { extentOf, linear } from '@/plot/frame';
import { PlotFigure } from '@/plot/plot-figure';
import { shareFormat } from '@/plot/share-ticks';
import type { Entry } from './entry';

const ROW = 30;

type Props = { entries: readonly Entry[]; metric: string; unit: Unit; values: number | null };

/** Candidates in order, each with its interval; those tied with the best are filled. */
export function LeaderboardPlot({ entries, metric, unit, values }: Props) {
  const known = entries.filter(({ figure }) => figure?.value != null);
  const height = known.length * ROW + 66;
  const ends = known.flatMap(({ figure }) =>
    [figure?.value, figure?.low, figure?.high].filter((v) => v != null),
  );
  return (
    <PlotFigure
      title="Who is best"
      sentence={`Each dot is a mean, its bar the 95 % interval. Full dots are not significantly worse than the best${values ? `, by paired tests on the same ${values} units` : ''}: choose among them by cost. Hollow ones are worse.`}
      height={height}
      rows={() => [
        ['candidate', metric, 'low', 'high', 'tied with the best'],
        ...known.map(({ evaluation, figure, tied }) => [
          evaluation.name,
          figure?.value,
          figure?.low,
          figure?.high,
          tied === null ? null : String(tied),
        ]),
      ]}
    >
      {(width) => {
        const left = Math.min(240, Math.max(110, width * 0.34));
        const [right, top, bottom] = [width - 14, 10, known.length * ROW + 14];
        const [low, high] = extentOf(
          ends as number[],
          unit === 'share' ? { least: 0, most: 1 } : { least: 0 },
        );
        const x = linear([low, high], [left + 10, right]);
        const marks = ticks(low, high, width > 500 ? 4 : 2);
        const format = unit === 'share' ? shareFormat(marks) : formatValue;
        return (
          <>
            <Axes
              x={{ scale: x, ticks: marks, format, label: metric }}
              y={{ scale: x, ticks: [], format, label: '' }}
              {...{ left, right, top, bottom }}
            />
            {known.map(({ evaluation, label, figure, tied }, row) => {
              const y = top + (row + 0.5) * ROW;
              const paint = `var(${candidateColour(evaluation.position).colour})`;
              const letters = Math.floor(left / 7.2);
              const { name } = evaluation;
              return (
                <g key={evaluation.id} stroke={paint}>
                  <title>{`${name}: ${figureValue(figure!, unit)}, ${figureRange(figure!, unit)}`}</title>
                  <text x={left} y={y + 4} textAnchor="end" fill="var(--ink)" stroke="none" fontSize={12}>
                    {label.length > letters ? `${label.slice(0, letters - 1)}…` : label}
                  </text>
                  {figure?.low != null && figure.high != null && (
                    <line
                      x1={x(figure.low)}
                      x2={x(figure.high)}
                      y1={y}
                      y2={y}
                      strokeWidth={5}
                      strokeOpacity={0.35}
                    />
                  )}
                  <circle
                    cx={x(figure?.value ?? 0)}
                    cy={y}
                    r={5}
                    strokeWidth={2}
                    fill={tied === false ? 'var(--canvas)' : paint}
                  />
                </g>
              );
            })}
          </>
        );
      }}
    </PlotFigure>
  );
}
