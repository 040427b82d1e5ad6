import { type CsvCell, csvText } from '@kshot/domain/browser';
import { fileName, saveFile } from '@/chart/save-chart';
import { cssPaint } from '@/chart/use-plot';

/** The drawing on the screen as a file of its own: colours of the theme are written out. */
export function saveDrawing(title: string, drawing: SVGSVGElement): void {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('font-family', 'system-ui, sans-serif');
  copy.style.background = cssPaint('--surface');
  const text = new XMLSerializer()
    .serializeToString(copy)
    .replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => cssPaint(name));
  saveFile(fileName(title, 'svg'), new Blob([text], { type: 'image/svg+xml' }));
}

export function saveRows(title: string, rows: readonly (readonly CsvCell[])[]): void {
  saveFile(fileName(title, 'csv'), new Blob([csvText(rows)], { type: 'text/csv' }));
}
