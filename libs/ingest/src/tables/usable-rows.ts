import { isUnlabelled } from '../columns/class/unlabelled.js';
import type { PlannedColumn, TablePlan } from '../columns/plan-table.js';
import { type Part, partOf } from '../layout/part-of.js';
import { cleanName } from '../names/clean-name.js';
import { keptUnlabelled } from '../names/kept-unlabelled.js';
import { collectLeftOut, type LeftOut, type Reason } from '../names/left-out.js';
import type { Table } from './table.js';
import { textOf } from './text-content.js';

const noText: Reason = { one: 'row has an empty text', many: 'rows have an empty text', advice: '' };
const noPart = (column: PlannedColumn): Reason => ({
  one: `row has an unknown part in column "${column.name}"`,
  many: `rows have an unknown part in column "${column.name}"`,
  advice: 'The parts are train, validation and test.',
});

interface UsableRows {
  readonly rows: Int32Array;
  /** Rows without a class. */
  readonly unlabelled: Int32Array;
  readonly classNames: string[];
  readonly parts: (Part | null)[];
  readonly leftOut: LeftOut;
}

/** Words about rows without a class, and which they are. */
export const unlabelledRows = (unlabelled: Int32Array, { label }: TablePlan): string[] =>
  keptUnlabelled(
    Array.from(unlabelled, (row) => `row ${row + 1}`),
    label.profile.present === 0 ? 'no column says it' : 'an empty cell, or a mark such as NA',
    ['row', 'rows'],
  );

/** The rows that become examples: with a class, a text where there are texts, and a known part where there are parts. */
export function usableRows(table: Table, plan: TablePlan): UsableRows {
  const leftOut = collectLeftOut();
  const labels = table.columns[plan.label.index]!;
  const partCells = plan.part && table.columns[plan.part.index];
  const withoutPart = plan.part && noPart(plan.part);
  const rows: number[] = [];
  const unlabelled: number[] = [];
  const classNames: string[] = [];
  const parts: UsableRows['parts'] = [];
  const cleaned = new Map<string, string>();
  for (let row = 0; row < table.rows; row++) {
    const raw = labels.at(row);
    const label = cleaned.get(raw) ?? cleanName(raw);
    cleaned.set(raw, label);
    const name = `row ${row + 1}`;
    if (plan.modality === 'TEXT' && textOf(table, plan, row).trim() === '') leftOut.add(noText, name);
    else if (isUnlabelled(label)) unlabelled.push(row);
    else {
      const cell = partCells?.at(row).trim() ?? '';
      const part = partIn(cell);
      if (part === undefined) leftOut.add(withoutPart!, `${name} ("${cell.slice(0, 40)}")`);
      else {
        rows.push(row);
        classNames.push(label);
        parts.push(part);
      }
    }
  }
  return { rows: Int32Array.from(rows), unlabelled: Int32Array.from(unlabelled), classNames, parts, leftOut };
}

/** The part that a cell means; null where it is empty, undefined where it means none. */
function partIn(cell: string) {
  if (cell === '') return null;
  const part = partOf(cell);
  return part === null || part === 'unlabelled' ? undefined : part;
}
