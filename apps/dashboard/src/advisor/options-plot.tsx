import { ticks } from '@/chart/ticks';
import { formatShare } from '@/format/number';
import type { AdvisedOptionContentFragment } from '@/generated/graphql';
import { Axes } from '@/plot/axes';
import { extentOf, linear } from '@/plot/frame';
import { PlotFigure } from '@/plot/plot-figure';
import { shareFormat } from '@/plot/share-ticks';
import { labelLines } from './label-lines';

const ROW = 28;
/** Between the two lines of a label. */
const LINE = 13;

/** Options in their order, each with its interval; hollow where the budget leaves it out. */
export function OptionsPlot({ options }: { options: readonly AdvisedOptionContentFragment[] }) {
  const height = options.length * ROW + 60;
  const ends = options.flatMap(({ accuracy: { low, high } }) => [low, high]);
  return (
    <PlotFigure
      title="Predicted accuracy"
      sentence="The dot is the best guess for new examples; in nine of ten cases the truth lies within the bar. Where bars overlap widely, choose by cost. Hollow dots break the budget."
      height={height}
      rows={() => [
        ['option', 'accuracy', 'low', 'high', 'seconds', 'memory bytes', 'stored bytes'],
        ...options.map(({ title, accuracy, seconds, memoryBytes, storedBytes }) => [
          title,
          accuracy.value,
          accuracy.low,
          accuracy.high,
          seconds,
          memoryBytes,
          storedBytes,
        ]),
      ]}
    >
      {(width) => {
        const left = Math.min(300, Math.max(120, width * 0.38));
        const [right, top, bottom] = [width - 26, 8, options.length * ROW + 12];
        const [low, high] = extentOf(ends, { least: 0, most: 1 });
        const x = linear([low, high], [left + 10, right]);
        const marks = ticks(low, high, width > 500 ? 4 : 2);
        const letters = Math.floor(left / 7.2);
        return (
          <>
            <Axes
              x={{ scale: x, ticks: marks, format: shareFormat(marks), label: 'accuracy on new examples' }}
              y={{ scale: x, ticks: [], format: String, label: '' }}
              {...{ left, right, top, bottom }}
            />
            {options.map(({ place, title, accuracy, leftOut }, row) => {
              const y = top + (row + 0.5) * ROW;
              return (
                <g key={place} stroke="var(--accent)">
                  <title>{`${title}: ${formatShare(accuracy.value)}, ${formatShare(accuracy.low)} to ${formatShare(accuracy.high)}`}</title>
                  <text textAnchor="end" fill="var(--ink)" stroke="none" fontSize={12}>
                    {labelLines(title, letters).map((line, at, { length }) => (
                      <tspan key={line} x={left} y={y + 4 + LINE * (at - (length - 1) / 2)}>
                        {line}
                      </tspan>
                    ))}
                  </text>
                  <line
                    x1={x(accuracy.low)}
                    x2={x(accuracy.high)}
                    y1={y}
                    y2={y}
                    strokeWidth={5}
                    strokeOpacity={0.35}
                  />
                  <circle
                    cx={x(accuracy.value)}
                    cy={y}
                    r={5}
                    strokeWidth={2}
                    fill={leftOut ? 'var(--canvas)' : 'var(--accent)'}
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
