import type { TablePlan } from '../columns/plan-table.js';
import { type Content, packTexts } from '../texts/pack-texts.js';
import type { Table } from './table.js';

/** The text of a row: its text columns, one below the other. */
export const textOf = (table: Table, { texts }: TablePlan, row: number): string =>
  texts.length === 1
    ? table.columns[texts[0]!.index]!.at(row)
    : texts
        .map(({ index }) => table.columns[index]!.at(row).trim())
        .filter((cell) => cell !== '')
        .join('\n');

export const textContent = (table: Table, plan: TablePlan, rows: Int32Array): Content =>
  packTexts(rows.length, (i) => ({
    text: textOf(table, plan, rows[i] as number),
    name: `row ${(rows[i] as number) + 1}`,
  }));
