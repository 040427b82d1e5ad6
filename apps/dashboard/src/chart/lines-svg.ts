import { formatValue } from '../format/number';
import { valueRange } from './axis/value-range';
import type { Line } from './line';
import { ticks } from './ticks';

/** Resolved colours: an SVG file knows no variables of a page. */
export type SvgPaint = {
  ink: string;
  muted: string;
  grid: string;
  background: string;
  colour: (line: Line) => string;
};

const WIDTH = 800;
const HEIGHT = 440;
const LEFT = 64;
const RIGHT = 20;
const TOP = 64;
const BOTTOM = 48;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A chart as a file of its own, 800 by 440. Values that are no numbers are left out. */
export function linesSvg(title: string, unit: string, lines: Line[], paint: SvgPaint): string {
  const drawn = lines
    .map((line) => ({ line, points: finitePoints(line) }))
    .filter(({ points }) => points.length > 0);
  const all = drawn.flatMap(({ points }) => points);
  const [x0, x1] = reach(all.map(([x]) => x));
  const [low, high] = ends(all.map(([, y]) => y));
  const [y0, y1] = valueRange(low, high);
  const x = (step: number) => round(LEFT + ((step - x0) / (x1 - x0)) * (WIDTH - LEFT - RIGHT));
  const y = (value: number) => round(HEIGHT - BOTTOM - ((value - y0) / (y1 - y0)) * (HEIGHT - TOP - BOTTOM));
  const text = (at: string, content: string, colour = paint.muted) =>
    `<text ${at} fill="${colour}">${escaped(content)}</text>`;
  const rows = ticks(y0, y1, 5).map(
    (value) =>
      `<path d="M${LEFT} ${y(value)}H${WIDTH - RIGHT}" stroke="${paint.grid}"/>${text(`x="${LEFT - 8}" y="${y(value) + 4}" text-anchor="end"`, formatValue(value))}`,
  );
  const columns = ticks(x0, x1, 8).map((step) =>
    text(`x="${x(step)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle"`, formatValue(step)),
  );
  const legend = drawn.map(({ line }, index) => {
    const at = LEFT + index * 150;
    return `<path d="M${at} 44h24" ${stroke(line, paint)}/>${text(`x="${at + 30}" y="48"`, line.label)}`;
  });
  const paths = drawn.map(
    ({ line, points }) =>
      `<path d="M${points.map(([step, value]) => `${x(step)} ${y(value)}`).join('L')}" ${stroke(line, paint)}/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${paint.background}"/>`,
    text(
      `x="${LEFT}" y="24" font-size="15" font-weight="600"`,
      unit ? `${title} (${unit})` : title,
      paint.ink,
    ),
    ...legend,
    ...rows,
    ...columns,
    text(`x="${WIDTH - RIGHT}" y="${HEIGHT - 8}" text-anchor="end"`, 'step'),
    ...paths,
    '</svg>',
    '',
  ].join('\n');
}

function stroke(line: Line, paint: SvgPaint): string {
  const dash = line.dash ? ` stroke-dasharray="${line.dash.join(' ')}"` : '';
  const faint = line.faint ? ' stroke-opacity="0.35"' : '';
  return `fill="none" stroke="${paint.colour(line)}" stroke-width="${line.faint ? 1 : 2}"${dash}${faint}`;
}

function finitePoints({ points }: Line): [number, number][] {
  return points.steps
    .map((step, index): [number, number] => [step, points.values[index] ?? Number.NaN])
    .filter(([, value]) => Number.isFinite(value));
}

/** The lowest and the highest; null of none. */
const ends = (values: number[]): [number, number] | [null, null] =>
  values.length === 0
    ? [null, null]
    : [
        values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
        values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
      ];

function reach(values: number[]): [number, number] {
  const [low, high] = ends(values);
  if (low === null) return [0, 1];
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}

const round = (value: number): number => Math.round(value * 100) / 100;
