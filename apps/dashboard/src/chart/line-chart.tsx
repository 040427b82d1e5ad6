'use client';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { formatValue } from '@/format/number';
import { alignLines, valueNear } from './align-lines';
import { useChartGroup } from './chart-group';
import { ChartLegend } from './chart-legend';
import { ChartTools } from './chart-tools';
import type { Line } from './line';
import { reachLines } from './reach-lines';
import { usePlot } from './use-plot';

type Props = {
  title: string;
  /** What the vertical axis counts, where it counts something. */
  unit?: string;
  lines: Line[];
  /** Tailwind height of the plot. */
  height?: string;
  canBeLogarithmic?: boolean;
};

/** Lines over steps, with crosshair, zoom (drag; double-click for all), legend, full screen and export. */
export function LineChart({ title, unit = '', lines, height = 'h-52', canBeLogarithmic = false }: Props) {
  const figure = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const { key, range, extent, zoom } = useChartGroup();
  const [cursor, setCursor] = useState<number | null>(null);
  const [hidden, setHidden] = useState<string[]>([]);
  const [logarithmic, setLogarithmic] = useState(false);
  const shown = useMemo(() => lines.filter(({ label }) => !hidden.includes(label)), [lines, hidden]);
  const aligned = useMemo(() => alignLines([...shown, ...reachLines(shown)]), [shown]);
  const plot = usePlot(box, {
    lines: shown,
    aligned,
    logarithmic,
    syncKey: key,
    range,
    extent,
    onCursor: setCursor,
    onZoom: zoom,
  });
  const index = cursor ?? aligned.steps.length - 1;
  const values = new Map(shown.map(({ label }, at) => [label, valueNear(aligned.columns[at] ?? [], index)]));
  const moveCursor = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === 'Escape') zoom(null);
    if (!by || !plot.current) return;
    event.preventDefault();
    const stride = Math.max(1, Math.round(aligned.steps.length / 100));
    const next = Math.min(aligned.steps.length - 1, Math.max(0, index + by * stride));
    const left = plot.current.valToPos(aligned.steps[next] ?? 0, 'x');
    // As a pointer would move it: so it reaches the charts that share the crosshair.
    const { over } = plot.current;
    const place = over.getBoundingClientRect();
    over.dispatchEvent(new MouseEvent('mousemove', { clientX: place.left + left, clientY: place.top + 10 }));
  };
  const said = shown.map(({ label }) => `${label} ${spoken(values.get(label))}`).join(', ');
  return (
    <figure ref={figure} className="group/chart flex min-w-0 flex-col bg-canvas [&:fullscreen]:p-6">
      <figcaption className="flex min-h-8 items-center gap-2">
        <span className="font-medium">{title}</span>
        {unit && <span className="text-muted">{unit}</span>}
        <ChartTools
          title={title}
          unit={unit}
          lines={shown}
          plot={plot}
          figure={figure}
          zoomed={range !== null}
          onUnzoom={() => zoom(null)}
          logarithmic={canBeLogarithmic ? logarithmic : null}
          onLogarithmic={setLogarithmic}
        />
      </figcaption>
      <ChartLegend
        lines={lines}
        values={values}
        step={aligned.steps[index] ?? null}
        hidden={hidden}
        onHidden={setHidden}
      />
      <div className="relative flex min-h-0 min-w-0 flex-col in-[:fullscreen]:flex-1">
        {aligned.steps.length === 0 && (
          <p className="pointer-events-none absolute inset-0 grid place-items-center text-faint">
            {range ? 'Nothing recorded at these steps' : 'Nothing recorded yet'}
          </p>
        )}
        <div
          ref={box}
          role="slider"
          aria-roledescription="line chart"
          aria-label={`${title} by step. Arrow keys move the crosshair, Escape shows all steps.`}
          aria-valuemin={aligned.steps[0] ?? 0}
          aria-valuemax={aligned.steps.at(-1) ?? 0}
          aria-valuenow={aligned.steps[index] ?? 0}
          aria-valuetext={`step ${aligned.steps[index] ?? 0}: ${said || 'no values yet'}`}
          tabIndex={0}
          onKeyDown={moveCursor}
          onDoubleClick={() => zoom(null)}
          className={`min-w-0 ${height} ${aligned.steps.length === 0 ? 'opacity-0' : ''} in-[:fullscreen]:h-auto in-[:fullscreen]:flex-1`}
        />
      </div>
    </figure>
  );
}

const spoken = (value: number | null | undefined) =>
  value === null || value === undefined ? 'none' : formatValue(value);
