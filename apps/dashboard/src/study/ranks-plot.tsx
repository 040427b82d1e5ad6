import { candidateColour } from '@/chart/candidate-colour';
import { formatValue } from '@/format/number';
import type { StudyProgressFragment } from '@/generated/graphql';
import { linear } from '@/plot/frame';
import { PlotFigure } from '@/plot/plot-figure';
import { shortNames } from './short-names';

type Ranks = NonNullable<StudyProgressFragment['criticalDifference']>;

/** The critical-difference diagram (Demšar 2006): mean ranks on a line, bars over those that are not told apart. */
export function RanksPlot({ ranks: { ranks, difference, groups, p, versions } }: { ranks: Ranks }) {
  const height = 84 + groups.length * 10 + ranks.length * 20;
  return (
    <PlotFigure
      title="Ranks over the data sets"
      sentence={`Mean rank over ${versions} data sets, 1 is best. Candidates under one bar are not significantly different: that takes a difference of ${formatValue(Number(difference.toPrecision(3)))} in mean rank. That all are alike has a probability of ${formatValue(Number(p.toPrecision(2)))} by Friedman's test.`}
      height={height}
      rows={() => [['candidate', 'mean rank'], ...ranks.map(({ name, rank }) => [name, rank])]}
    >
      {(width) => {
        const x = linear([1, ranks.length], [24, width - 24]);
        const line = 54;
        const below = line + 14 + groups.length * 10;
        return (
          <>
            <line
              x1={24}
              x2={24 + x(1 + Math.min(difference, ranks.length - 1)) - x(1)}
              y1={10}
              y2={10}
              stroke="var(--muted)"
            />
            <text x={24} y={24} fill="var(--muted)">
              critical difference
            </text>
            <line x1={x(1)} x2={x(ranks.length)} y1={line} y2={line} stroke="var(--line-strong)" />
            {ranks.map((_, i) => (
              <text key={`tick ${i + 1}`} x={x(i + 1)} y={line - 6} textAnchor="middle" fill="var(--muted)">
                {i + 1}
              </text>
            ))}
            {groups.map((group, g) => {
              const own = ranks.filter(({ position }) => group.includes(position)).map(({ rank }) => rank);
              const y = line + 10 + g * 10;
              return (
                <line
                  key={group.join()}
                  x1={x(Math.min(...own)) - 4}
                  x2={x(Math.max(...own)) + 4}
                  y1={y}
                  y2={y}
                  stroke="var(--ink)"
                  strokeWidth={4}
                />
              );
            })}
            {ranks.map(({ position, name, rank }, i) => {
              const y = below + 8 + i * 20;
              const toRight = x(rank) < width / 2;
              return (
                <g key={position}>
                  <title>{`${name}: mean rank ${formatValue(rank)}`}</title>
                  <path d={`M${x(rank)},${line} V${y}`} stroke="var(--line-strong)" fill="none" />
                  <circle cx={x(rank)} cy={line} r={4} fill={`var(${candidateColour(position).colour})`} />
                  <text
                    x={x(rank) + (toRight ? 6 : -6)}
                    y={y + 4}
                    textAnchor={toRight ? 'start' : 'end'}
                    fill="var(--ink)"
                  >
                    {`${shortNames(ranks.map((one) => one.name))[i]}  ${rank.toFixed(2)}`}
                  </text>
                </g>
              );
            })}
          </>
        );
      }}
    </PlotFigure>
  );
}
