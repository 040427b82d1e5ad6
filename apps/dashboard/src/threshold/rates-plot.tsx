import type { CsvCell } from '@kshot/domain/browser';
import { ticks } from '@/chart/ticks';
import { formatShare } from '@/format/number';
import { Axes } from '@/plot/axes';
import { linear } from '@/plot/frame';
import { PlotFigure } from '@/plot/plot-figure';

type Place = readonly [number, number];
type Props = {
  title: string;
  sentence: string;
  axes: { x: string; y: string };
  curve: readonly Place[];
  /** What guessing comes to: its two ends. */
  chance: readonly [Place, Place];
  /** Where the threshold lies, and what it says there; null where it has no place. */
  mark: { at: Place; title: string } | null;
  rows: () => readonly (readonly CsvCell[])[];
};
const HEIGHT = 300;
const MARKS = ticks(0, 1, 5);
const percent = (value: number) => formatShare(value, 0);

/** A curve of two rates in 0…1 with the chosen threshold on it. */
export function RatesPlot({ title, sentence, axes, curve, chance, mark, rows }: Props) {
  return (
    <PlotFigure title={title} sentence={sentence} rows={rows} height={HEIGHT}>
      {(width) => {
        const [left, right, top, bottom] = [44, Math.min(width - 20, 460), 20, HEIGHT - 58];
        const [x, y] = [linear([0, 1], [left, right]), linear([0, 1], [bottom, top])];
        const line = (places: readonly Place[]) => places.map(([a, b]) => `${x(a)},${y(b)}`).join(' ');
        return (
          <>
            <Axes
              x={{ scale: x, ticks: MARKS, format: percent, label: axes.x }}
              y={{ scale: y, ticks: MARKS, format: percent, label: axes.y }}
              {...{ left, right, top, bottom }}
            />
            <polyline points={line(chance)} fill="none" stroke="var(--faint)" strokeDasharray="4 4" />
            <polyline points={line(curve)} fill="none" stroke="var(--c0)" strokeWidth={2} />
            {mark && (
              <circle
                cx={x(mark.at[0])}
                cy={y(mark.at[1])}
                r={6}
                fill="var(--c1)"
                stroke="var(--surface)"
                strokeWidth={2}
              >
                <title>{mark.title}</title>
              </circle>
            )}
            <Legend left={left} y={HEIGHT - 8} hasMark={mark !== null} />
          </>
        );
      }}
    </PlotFigure>
  );
}

function Legend({ left, y, hasMark }: { left: number; y: number; hasMark: boolean }) {
  return (
    <g fill="var(--ink)">
      <line x1={left} x2={left + 16} y1={y - 4} y2={y - 4} stroke="var(--c0)" strokeWidth={2} />
      <text x={left + 22} y={y}>
        held-out examples
      </text>
      <line
        x1={left + 136}
        x2={left + 152}
        y1={y - 4}
        y2={y - 4}
        stroke="var(--faint)"
        strokeDasharray="4 4"
      />
      <text x={left + 158} y={y}>
        guessing
      </text>
      {hasMark && (
        <>
          <circle cx={left + 228} cy={y - 4} r={5} fill="var(--c1)" />
          <text x={left + 238} y={y}>
            threshold
          </text>
        </>
      )}
    </g>
  );
}
