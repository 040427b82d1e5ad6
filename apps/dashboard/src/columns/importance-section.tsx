import { ticks } from '@/chart/ticks';
import { formatMany, formatShare } from '@/format/number';
import { Axes } from '@/plot/axes';
import { linear } from '@/plot/frame';
import { PlotFigure } from '@/plot/plot-figure';
import { Section } from '@/ui/section';

type Column = { name: string; lost: number; deviation: number };
type Props = { found: { accuracy: number; examples: number; repeats: number; columns: Column[] } };

const SHOWN = 20;
const EACH = 22; // pixels
const [TOP, BOTTOM] = [20, 40];
const points = (share: number): string => (100 * share).toFixed(1);

/** What each column of a table is worth to a model: bars with their spread over shuffles, the worthiest first. */
export function ImportanceSection({ found: { accuracy, examples, repeats, columns } }: Props) {
  const shown = columns.slice(0, SHOWN);
  const hidden = columns.length - shown.length;
  const height = TOP + BOTTOM + EACH * shown.length;
  const low = Math.min(0, ...shown.map(({ lost, deviation }) => lost - deviation));
  const high = Math.max(0.01, ...shown.map(({ lost, deviation }) => lost + deviation));
  return (
    <Section title="Columns">
      <PlotFigure
        title="What each column is worth"
        sentence={`The accuracy of ${formatShare(accuracy)} on ${formatMany(examples, 'test row')} falls by so much when the cells of one column are shuffled among them (mean and standard deviation of ${repeats} shuffles). Columns that say the same stand in for each other.${hidden > 0 ? ` ${formatMany(hidden, 'column')} of less worth not drawn; the export has all.` : ''}`}
        height={height}
        rows={() => [
          ['column', 'accuracy lost', 'standard deviation'],
          ...columns.map(({ name, lost, deviation }) => [name, lost, deviation]),
        ]}
      >
        {(width) => {
          const [left, right, bottom] = [Math.min(180, width / 3), width - 16, height - BOTTOM];
          const x = linear([low, high], [left, right]);
          return (
            <>
              <Axes
                x={{
                  scale: x,
                  ticks: ticks(low, high, width > 500 ? 6 : 3),
                  format: points,
                  label: 'percentage points of accuracy lost',
                }}
                y={{ scale: () => 0, ticks: [], format: points, label: 'column' }}
                {...{ left, right, top: TOP, bottom }}
              />
              {shown.map(({ name, lost, deviation }, i) => {
                const middle = TOP + EACH * (i + 0.5);
                return (
                  <g key={name}>
                    <title>{`${name}: ${points(lost)} ± ${points(deviation)} points`}</title>
                    <text x={left - 8} y={middle + 4} textAnchor="end" fill="var(--ink)">
                      {shortened(name, left - 16)}
                    </text>
                    <rect
                      x={x(Math.min(0, lost))}
                      width={Math.max(1, Math.abs(x(lost) - x(0)))}
                      y={middle - 5}
                      height={10}
                      fill="var(--accent)"
                    />
                    <line
                      x1={x(lost - deviation)}
                      x2={x(lost + deviation)}
                      y1={middle}
                      y2={middle}
                      stroke="var(--ink)"
                    />
                  </g>
                );
              })}
              <line x1={x(0)} x2={x(0)} y1={TOP} y2={bottom} stroke="var(--line-strong)" />
            </>
          );
        }}
      </PlotFigure>
    </Section>
  );
}

const CHARACTER = 6; // pixels, of the drawing's font
const shortened = (name: string, room: number): string => {
  const fits = Math.floor(room / CHARACTER);
  return name.length > fits ? `${name.slice(0, fits - 1)}…` : name;
};
