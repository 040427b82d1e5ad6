import type { ImportPlan, ImportRequest } from '@kshot/domain';
import { findClassColumn } from '../columns/class/find-class-column.js';
import { isContent } from '../columns/kinds/column-kinds.js';
import { type PlannedColumn, planTable, type TablePlan } from '../columns/plan-table.js';
import { planWarnings } from '../columns/plan-warnings.js';
import { cleanName } from '../names/clean-name.js';
import { wellFormed } from '../names/well-formed.js';
import { assertNotMany, assertTwo } from '../pack/classes.js';
import { oddClassNames } from '../pack/odd-class-names.js';
import { attempt } from '../refusals/attempt.js';
import type { Cells } from '../tables/cells.js';
import { importTable } from '../tables/import-table.js';
import type { Table } from '../tables/table.js';
import { textOf } from '../tables/text-content.js';
import { unlabelledRows, usableRows } from '../tables/usable-rows.js';
import { plannedFormat } from './planned-format.js';
import { tally } from './tally.js';
import { withDryRun } from './with-dry-run.js';

/** Rows that a look at a table takes. */
export const LOOK_ROWS = 20_000;
const SHOWN = 8;

/** How a table is understood. */
export function inspectTable(table: Table, kind: string, request: ImportRequest): Promise<ImportPlan> {
  const plan = planOf(table, kind, request);
  return plan.sampled
    ? Promise.resolve(plan)
    : withDryRun(plan, () => importTable(table, request, () => undefined));
}

function planOf(read: Table, kind: string, given: ImportRequest): ImportPlan {
  const { table, request } = findClassColumn(read, given);
  const { value: plan, problem } = attempt(() => planTable(table, request));
  const base = {
    kind,
    header: table.header,
    ...plannedFormat(table, plan),
    sampled: table.rows >= LOOK_ROWS,
  };
  if (!plan)
    return {
      ...base,
      modality: 'TABLE',
      columns: table.names.map((name, i) => unplanned(name, table.columns[i] as Cells)),
      classes: [],
      classCount: 0,
      parts: [],
      exampleCount: 0,
      unlabelledCount: 0,
      examples: [],
      findings: [...table.notes],
      problem: { code: problem.code, message: problem.message },
    };
  const { rows, unlabelled, classNames, parts, leftOut } = usableRows(table, plan);
  const findings = [
    ...table.notes,
    ...planWarnings(table, plan),
    ...leftOut.sentences(),
    ...unlabelledRows(unlabelled, plan),
  ];
  const classes = tally(classNames);
  const few = attempt(() => {
    const names = classes.map(({ name }) => name);
    assertTwo(names, [], request);
    assertNotMany(names);
  }).problem;
  return {
    ...base,
    modality: plan.modality,
    columns: plan.columns.map((column) => planned(column, table.columns[column.index] as Cells)),
    classes: classes.slice(0, 100),
    classCount: classes.length,
    parts: tally(parts.filter((part) => part !== null && part !== undefined)),
    exampleCount: rows.length,
    unlabelledCount: unlabelled.length,
    examples: Array.from((rows.length > 0 ? rows : unlabelled).subarray(0, SHOWN), (row, i) => ({
      name: `row ${row + 1}`,
      className: classNames[i] ?? null,
      part: parts[i] ?? null,
      text:
        plan.modality === 'TEXT'
          ? wellFormed(textOf(table, plan, row).slice(0, 300))
          : rowText(table, plan, row),
      image: null,
    })),
    findings: [...findings, ...oddClassNames(classes.map(({ name }) => name))],
    problem: few && { code: few.code, message: few.message },
  };
}

const rowText = (table: Table, { columns }: TablePlan, row: number): string =>
  columns
    .filter(({ why, role }) => why === null && isContent(role))
    .slice(0, 8)
    .map(({ index, name }) => `${name}: ${wellFormed(table.columns[index]!.at(row).trim().slice(0, 40))}`)
    .join(', ');

function samplesOf(cells: Cells): string[] {
  const samples: string[] = [];
  for (let row = 0; row < Math.min(cells.length, 50) && samples.length < 3; row++) {
    const cell = cleanName(cells.at(row).slice(0, 80));
    if (cell !== '' && !samples.includes(cell)) samples.push(cell);
  }
  return samples;
}

const planned = ({ name, role, why, profile }: PlannedColumn, cells: Cells) => ({
  name,
  role,
  leftOut: why !== null,
  missing: profile.missing,
  distinct: profile.distinct,
  samples: samplesOf(cells),
});

const unplanned = (name: string, cells: Cells) => ({
  name,
  role: 'IGNORED' as const,
  leftOut: true,
  missing: 0,
  distinct: 0,
  samples: samplesOf(cells),
});
