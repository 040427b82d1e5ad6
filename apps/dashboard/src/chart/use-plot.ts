import { type RefObject, useEffect, useMemo, useRef } from 'react';
import uPlot from 'uplot';
import { useTheme } from '@/shell/theme';
import type { Aligned } from './align-lines';
import type { Range } from './chart-group';
import type { Line } from './line';
import { plotOptions } from './plot-options';

export const cssPaint = (variable: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(variable).trim();

type Wanted = {
  lines: Line[];
  aligned: Aligned;
  logarithmic: boolean;
  syncKey: string;
  range: Range;
  onCursor: (index: number | null) => void;
  onZoom: (range: Range) => void;
};

/** Draws into `box` and follows its size, the theme and the data. The plot is rebuilt only when its make-up changes. */
export function usePlot(box: RefObject<HTMLElement | null>, wanted: Wanted): RefObject<uPlot | null> {
  const { lines, aligned, logarithmic, syncKey, range, onCursor, onZoom } = wanted;
  const plot = useRef<uPlot | null>(null);
  const theme = useTheme();
  const makeUp = JSON.stringify(
    lines.map(({ label, colour, dash, faint }) => ({ label, colour, dash, faint })),
  );
  const data = useMemo((): uPlot.AlignedData => [aligned.steps, ...aligned.columns], [aligned]);
  const latest = useRef({ data, range });
  latest.current = { data, range };

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
    show(made, latest.current.data, latest.current.range);
    const observer = new ResizeObserver(() => made.setSize(size()));
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [box, theme, makeUp, logarithmic, syncKey, onCursor, onZoom]);

  useEffect(() => {
    if (plot.current) show(plot.current, data, range);
  }, [data, range]);
  return plot;
}

function show(plot: uPlot, data: uPlot.AlignedData, range: Range): void {
  plot.batch(() => {
    plot.setData(data, range === null);
    if (range) plot.setScale('x', { min: range[0], max: range[1] });
  });
}
