'use client';
import { createContext, type ReactNode, use, useId, useMemo, useState } from 'react';

/** Steps from–to that all charts of the group show; null for all steps. */
export type Range = readonly [number, number] | null;

type Group = { key: string; range: Range; extent: Range; zoom: (range: Range) => void };

const Context = createContext<Group | null>(null);

type Props = {
  children: ReactNode /** What all charts show while nothing is zoomed. */;
  extent: Range;
  range: Range;
  onZoom: (range: Range) => void;
};

/** Charts inside share their crosshair and their zoom. */
export function ChartGroup({ children, extent, range, onZoom }: Props) {
  const key = useId();
  const group = useMemo(() => ({ key, range, extent, zoom: onZoom }), [key, range, extent, onZoom]);
  return <Context value={group}>{children}</Context>;
}

/** The group around, or one of its own for a chart that stands alone. */
export function useChartGroup(): Group {
  const group = use(Context);
  const key = useId();
  const [range, zoom] = useState<Range>(null);
  return group ?? { key, range, extent: null, zoom };
}
