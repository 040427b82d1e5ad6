import type { Line } from './line';

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One row per line and step (RFC 4180): `line,step,value,minimum,maximum`; the reach is empty where nothing was merged. */
export function linesCsv(lines: Line[]): string {
  const rows = lines.flatMap(({ label, points }) =>
    points.steps.map((step, index) =>
      [
        quoted(label),
        step,
        points.values[index],
        points.minima?.[index] ?? '',
        points.maxima?.[index] ?? '',
      ].join(','),
    ),
  );
  return `${['line,step,value,minimum,maximum', ...rows].join('\r\n')}\r\n`;
}
