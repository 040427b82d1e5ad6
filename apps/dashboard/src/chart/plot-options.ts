import uPlot from 'uplot';
import { formatValue } from '@/format/number';
import { tickTexts } from './axis/tick-texts';
import { valueRange } from './axis/value-range';
import type { Line } from './line';

/** What is drawn with: resolved CSS colours. */
export type Paint = (variable: string) => string;

/** How a line is drawn; `marked` puts a dot on each of its points, `reach` a band behind it. */
export type DrawnLine = Pick<Line, 'label' | 'colour' | 'dash' | 'faint'> & {
  marked: boolean;
  reach: boolean;
};

type Wanted = {
  width: number;
  height: number;
  lines: DrawnLine[];
  logarithmic: boolean;
  syncKey: string;
  paint: Paint;
  onCursor: (index: number | null) => void;
  onZoom: (range: [number, number] | null) => void;
};

const EDGE: uPlot.Series = { width: 0, points: { show: false }, spanGaps: true };

/** Steps are whole: 1, 2 and 5 times powers of ten. */
const STRIDES = Array.from({ length: 13 }, (_, power) => [1, 2, 5].map((each) => each * 10 ** power)).flat();

const FONT = '11px system-ui, sans-serif';

export function plotOptions({
  lines,
  paint,
  logarithmic,
  syncKey,
  onCursor,
  onZoom,
  ...size
}: Wanted): uPlot.Options {
  // The columns after the lines are the edges of their bands, as reachLines gives them.
  const reaching = lines.filter(({ reach }) => reach);
  const grid = { stroke: paint('--line'), width: 1 };
  const axis = { stroke: paint('--faint'), font: FONT, ticks: { show: false }, grid };
  return {
    ...size,
    padding: [8, 28, 0, 0],
    legend: { show: false },
    scales: {
      x: { time: false },
      y: logarithmic ? { distr: 3 } : { range: (_, low, high) => valueRange(low, high) },
    },
    axes: [
      {
        ...axis,
        size: 24,
        gap: 4,
        label: 'step',
        labelSize: 16,
        labelGap: 0,
        labelFont: FONT,
        space: 70,
        incrs: STRIDES,
        grid: { show: false },
        values: (_, splits) => splits.map(formatValue),
      },
      { ...axis, size: 52, gap: 6, space: 28, values: (_, splits) => tickTexts(splits) },
    ],
    cursor: {
      y: false,
      sync: { key: syncKey, setSeries: false, scales: ['x', null] },
      points: { size: 6 },
      drag: { x: true, y: false, setScale: false },
    },
    series: [{}, ...lines.map((line) => seriesOptions(line, paint)), ...reaching.flatMap(() => [EDGE, EDGE])],
    bands: reaching.map(({ colour }, index) => {
      const edge = 1 + lines.length + 2 * index;
      return { series: [edge, edge + 1], fill: `color-mix(in srgb, ${paint(colour)} 22%, transparent)` };
    }),
    hooks: {
      setCursor: [(plot) => onCursor(plot.cursor.idx ?? null)],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select;
          if (width < 4) return;
          const [from, to] = [left, left + width].map((at) => plot.posToVal(at, 'x')) as [number, number];
          onZoom([Math.floor(from), Math.ceil(to)]);
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
  };
}

function seriesOptions({ label, colour, dash, faint, marked }: DrawnLine, paint: Paint): uPlot.Series {
  const stroke = paint(colour);
  return {
    label,
    stroke,
    dash,
    width: faint ? 1 : 1.75,
    alpha: faint ? 0.45 : 1,
    spanGaps: true,
    points: { show: marked, size: 4, fill: stroke },
  };
}
