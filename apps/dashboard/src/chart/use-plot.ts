import { type RefObject, useEffect, useMemo, useRef } from 'react';
import uPlot from 'uplot';
import { useTheme } from '@/shell/theme';
import type { Aligned } from './align-lines';
import type { Range } from './chart-group';
import type { Line } from './line';
import { type DrawnLine, plotOptions } from './plot-options';
import { hasReach } from './reach-lines';

export const cssPaint = (variable: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(variable).trim();

type Wanted = {
  lines: Line[];
  aligned: Aligned;
  logarithmic: boolean;
  syncKey: string;
  range: Range;
  /** The steps shown where nothing is zoomed; null for those that the lines have. */
  extent: Range;
  onCursor: (index: number | null) => void;
  onZoom: (range: Range) => void;
};

/** Draws into `box` and follows its size, the theme and the data. The plot is rebuilt only when its make-up changes. */
export function usePlot(box: RefObject<HTMLElement | null>, wanted: Wanted): RefObject<uPlot | null> {
  const { lines, aligned, logarithmic, syncKey, onCursor, onZoom } = wanted;
  const range = wanted.range ?? wanted.extent;
  const [low, high] = range ?? [null, null];
  const plot = useRef<uPlot | null>(null);
  const theme = useTheme();
  const makeUp = JSON.stringify(lines.map(drawnLine));
  const data = useMemo((): uPlot.AlignedData => [aligned.steps, ...aligned.columns], [aligned]);
  const latest = useRef({ data, low, high });
  latest.current = { data, low, high };

  useEffect(() => {
    const element = box.current;
    if (!element || !theme) return;
    const size = () => ({ width: element.clientWidth, height: element.clientHeight });
    const options = plotOptions({
      ...size(),
      lines: JSON.parse(makeUp),
      logarithmic,
      syncKey,
      paint: cssPaint,
      onCursor,
      onZoom,
    });
    const made = new uPlot(options, latest.current.data, element);
    plot.current = made;
    show(made, latest.current.data, latest.current.low, latest.current.high);
    const observer = new ResizeObserver(() => made.setSize(size()));
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [box, theme, makeUp, logarithmic, syncKey, onCursor, onZoom]);

  useEffect(() => {
    if (plot.current) show(plot.current, data, low, high);
  }, [data, low, high]);
  return plot;
}

const FEW = 60;

const drawnLine = (line: Line): DrawnLine => {
  const { label, colour, dash, faint, marked, points } = line;
  return {
    label,
    colour,
    dash,
    faint,
    marked: marked === true && points.steps.length <= FEW,
    reach: hasReach(line),
  };
};

function show(plot: uPlot, data: uPlot.AlignedData, low: number | null, high: number | null): void {
  plot.batch(() => {
    plot.setData(data, low === null);
    if (low !== null && high !== null) plot.setScale('x', { min: low, max: high });
  });
}
