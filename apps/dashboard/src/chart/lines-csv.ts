import { csvText } from '@kshot/domain/browser';
import type { Line } from './line';

const HEAD = ['line', 'step', 'value', 'minimum', 'maximum'];

/** One row per line and step (RFC 4180); the reach is empty where nothing was merged. */
export const linesCsv = (lines: Line[]): string =>
  csvText([
    HEAD,
    ...lines.flatMap(({ label, points }) =>
      points.steps.map((step, index) => [
        label,
        step,
        points.values[index],
        points.minima?.[index],
        points.maxima?.[index],
      ]),
    ),
  ]);
