import XLSX from '@e965/xlsx';
import { limits } from '@kshot/domain';

export interface SheetRows {
  readonly rows: string[][];
  /** What was done to them, a sentence each. */
  readonly notes: readonly string[];
}

/** The rows of a sheet. Cells that are merged downwards all get the value of the first; single cells far to the right are left out. */
export function sheetRows(sheet: XLSX.WorkSheet | undefined): SheetRows {
  if (!sheet?.['!ref']) return { rows: [], notes: [] };
  const filled = fillMerged(sheet);
  const cut = cutStray(sheet);
  const rows = XLSX.utils.sheet_to_json<unknown[]>(sheet, {
    header: 1,
    raw: true,
    defval: '',
    blankrows: false,
    UTC: true,
  });
  return {
    rows: rows.map((row) => row.map(cellText)),
    notes: [
      ...(filled > 0
        ? [
            `${filled} merged ${filled === 1 ? 'area of cells was' : 'areas of cells were'} filled with ${filled === 1 ? 'its' : 'their'} value.`,
          ]
        : []),
      ...(cut > 0
        ? [
            `${cut} ${cut === 1 ? 'cell' : 'cells'} far to the right of the table ${cut === 1 ? 'was' : 'were'} left out.`,
          ]
        : []),
    ],
  };
}

const cellsOf = (sheet: XLSX.WorkSheet): (XLSX.CellObject | undefined)[][] =>
  (sheet['!data'] ?? []) as (XLSX.CellObject | undefined)[][];

/** How many areas of one column were filled. A title over several columns stays as it is. */
function fillMerged(sheet: XLSX.WorkSheet): number {
  const cells = cellsOf(sheet);
  let filled = 0;
  let room = limits.examples;
  const last = XLSX.utils.decode_range(sheet['!ref'] as string).e.r;
  for (const { s, e } of sheet['!merges'] ?? []) {
    const value = cells[s.r]?.[s.c];
    const end = Math.min(e.r, last);
    room -= Math.max(0, end - s.r);
    if (room < 0) break; // areas that lie over each other without end
    if (s.c !== e.c || !value) continue;
    for (let row = s.r + 1; row <= end; row++) {
      cells[row] ??= [];
      cells[row]![s.c] = value;
    }
    filled++;
  }
  return filled;
}

/** Cuts a sheet that claims more columns than a table may have, behind the last column with several cells; gives how many cells that costs. */
function cutStray(sheet: XLSX.WorkSheet): number {
  const range = XLSX.utils.decode_range(sheet['!ref'] as string);
  if (range.e.c < limits.columns) return 0;
  const counts = new Map<number, number>();
  for (const row of cellsOf(sheet))
    row?.forEach((cell, column) => {
      if (cell?.v !== undefined && cell.v !== '') counts.set(column, (counts.get(column) ?? 0) + 1);
    });
  const last = Math.max(0, ...[...counts].filter(([, count]) => count > 1).map(([column]) => column));
  if (last >= limits.columns) return 0;
  const cut = [...counts].filter(([column]) => column > last).reduce((sum, [, count]) => sum + count, 0);
  sheet['!ref'] = XLSX.utils.encode_range({ s: range.s, e: { r: range.e.r, c: last } });
  return cut;
}

const cellText = (value: unknown): string =>
  value instanceof Date
    ? value.toISOString().replace(/T00:00:00\.000Z$/, '')
    : value === null || value === undefined
      ? ''
      : String(value);
