import type uPlot from 'uplot';
import type { Line } from './line';
import { linesCsv } from './lines-csv';
import { linesSvg } from './lines-svg';
import { cssPaint } from './use-plot';

export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}

export const fileName = (title: string, ending: string) =>
  `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.${ending}`;

export function saveCsv(title: string, lines: Line[]): void {
  saveFile(fileName(title, 'csv'), new Blob([linesCsv(lines)], { type: 'text/csv' }));
}

export function saveSvg(title: string, unit: string, lines: Line[]): void {
  const svg = linesSvg(title, unit, lines, {
    ink: cssPaint('--ink'),
    muted: cssPaint('--muted'),
    grid: cssPaint('--line'),
    background: cssPaint('--surface'),
    colour: ({ colour }) => cssPaint(colour),
  });
  saveFile(fileName(title, 'svg'), new Blob([svg], { type: 'image/svg+xml' }));
}

/** The plot as it is on the screen, with its title and legend above it. */
export function savePng(title: string, lines: Line[], plot: uPlot): void {
  const source = plot.ctx.canvas;
  const scale = source.width / source.clientWidth;
  const head = 48 * scale;
  const canvas = document.createElement('canvas');
  canvas.width = source.width;
  canvas.height = source.height + head;
  const ctx = canvas.getContext('2d');
  if (!ctx) return;
  ctx.fillStyle = cssPaint('--surface');
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.drawImage(source, 0, head);
  ctx.scale(scale, scale);
  ctx.fillStyle = cssPaint('--ink');
  ctx.font = '600 13px system-ui, sans-serif';
  ctx.fillText(title, 12, 18);
  ctx.font = '11px system-ui, sans-serif';
  let left = 12;
  for (const { label, colour } of lines) {
    ctx.fillStyle = cssPaint(colour);
    ctx.fillRect(left, 32, 14, 2);
    ctx.fillStyle = cssPaint('--muted');
    ctx.fillText(label, left + 19, 37);
    left += 40 + ctx.measureText(label).width;
  }
  canvas.toBlob((blob) => blob && saveFile(fileName(title, 'png'), blob));
}
