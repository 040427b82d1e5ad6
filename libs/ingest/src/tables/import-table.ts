import type { ImportRequest } from '@kshot/domain';
import type { ImportResult, Report } from '../import-file.js';
import { partOf } from '../layout/part-of.js';
import { cleanName } from '../names/clean-name.js';
import { collectLeftOut, type LeftOut, type Reason } from '../names/left-out.js';
import { buildPack } from '../pack/build-pack.js';
import { assertTwo } from '../pack/classes.js';
import { type PlannedColumn, planTable, type TablePlan } from './plan-table.js';
import { planWarnings } from './plan-warnings.js';
import type { Table } from './table.js';
import { tableContent } from './table-content.js';
import { textContent, textOf } from './text-content.js';
import { isUnlabelled } from './unlabelled.js';

const noClass: Reason = {
  one: 'row has no class (an empty cell, or a mark such as NA)',
  many: 'rows have no class (empty cells, or marks such as NA)',
  advice: 'Fill in their class to use them.',
};
const noText: Reason = { one: 'row has an empty text', many: 'rows have an empty text', advice: '' };
const noPart = (column: PlannedColumn): Reason => ({
  one: `row names no part that is known in column "${column.name}"`,
  many: `rows name no part that is known in column "${column.name}"`,
  advice: 'Known are train, validation and test.',
});

/** A table as a pack of texts where it has a text column and of rows otherwise. */
export function importTable(table: Table, request: ImportRequest, report: Report): ImportResult {
  const plan = planTable(table, request);
  report(0.9);
  const { rows, classNames, parts, leftOut } = usableRows(table, plan);
  const warnings = [...table.notes, ...planWarnings(table, plan), ...leftOut.sentences()];
  assertTwo([...new Set(classNames)], warnings);
  const content = plan.modality === 'TEXT' ? textContent(table, plan, rows) : tableContent(table, plan, rows);
  const names =
    plan.modality === 'TEXT'
      ? Array.from(rows, (row) => nameOfText(textOf(table, plan, row)))
      : Array.from(rows, (row) => `row ${row + 1}`);
  const pack = buildPack(
    {
      names,
      places: classNames.map((className, i) => ({ className, group: null, part: parts[i] ?? null })),
      keys: content.keys,
      manifest: content.manifest,
      arrays: content.arrays,
      warnings: [...warnings, ...content.warnings],
    },
    request,
  );
  return { pack, names };
}

interface UsableRows {
  readonly rows: Int32Array;
  readonly classNames: string[];
  readonly parts: ReturnType<typeof partIn>[];
  readonly leftOut: LeftOut;
}

function usableRows(table: Table, plan: TablePlan): UsableRows {
  const leftOut = collectLeftOut();
  const labels = table.columns[plan.label.index]!;
  const partCells = plan.part && table.columns[plan.part.index];
  const withoutPart = plan.part && noPart(plan.part);
  const rows: number[] = [];
  const classNames: string[] = [];
  const parts: UsableRows['parts'] = [];
  const cleaned = new Map<string, string>();
  for (let row = 0; row < table.rows; row++) {
    const raw = labels.at(row);
    const label = cleaned.get(raw) ?? cleanName(raw);
    cleaned.set(raw, label);
    const name = `row ${row + 1}`;
    if (isUnlabelled(label)) leftOut.add(noClass, name);
    else if (plan.modality === 'TEXT' && textOf(table, plan, row).trim() === '') leftOut.add(noText, name);
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
  return { rows: Int32Array.from(rows), classNames, parts, leftOut };
}

/** The part that a cell means; null where it is empty, undefined where it means none. */
function partIn(cell: string) {
  if (cell === '') return null;
  const part = partOf(cell);
  return part === null || part === 'unlabelled' ? undefined : part;
}

const nameOfText = (text: string): string => cleanName(text.slice(0, 200)) || 'text';
