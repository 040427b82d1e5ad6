import { cleanName } from '../../names/clean-name.js';
import type { Table } from '../../tables/table.js';
import { isContent } from '../kinds/column-kinds.js';
import { isMissing } from '../parse-number.js';
import type { TablePlan } from '../plan-table.js';
import { isUnlabelled } from './unlabelled.js';

/** In how many ways, for each column of the table, the classes must be able to lie on the rows before a match is no accident. */
const NO_ACCIDENT = Math.log(10_000);

/** A warning for each column that is learned from and has one value for each class: it may be the class written twice. */
export function classGivenAway(table: Table, { columns, label }: TablePlan): string[] {
  const used = columns.filter(({ role, why }) => why === null && isContent(role));
  const enough = NO_ACCIDENT + Math.log(used.length);
  return used.flatMap(({ index, name }) => {
    const counts = matchedRows(table, index, label.index);
    if (!counts || counts.length < 2 || logWays(counts) < enough) return [];
    const rows = counts.reduce((sum, count) => sum + count, 0);
    return [
      `Column "${name}" gives the class away: in all ${rows} rows that have both, each of its values stands for one class. Ignore it if it is the answer written twice, or not known yet when the model is asked.`,
    ];
  });
}

/** Of each class the rows in which the column has a value, where values and classes are one to one; else undefined. */
function matchedRows(table: Table, column: number, label: number): number[] | undefined {
  const [values, classes] = [table.columns[column]!, table.columns[label]!];
  const classOf = new Map<string, string>();
  const found = new Map<string, { value: string; rows: number }>();
  for (let row = 0; row < table.rows; row++) {
    const value = values.at(row).trim();
    if (isMissing(value)) continue;
    const name = cleanName(classes.at(row));
    if (isUnlabelled(name)) continue;
    const known = found.get(name);
    if ((known?.value ?? value) !== value || (classOf.get(value) ?? name) !== name) return undefined;
    classOf.set(value, name);
    if (known) known.rows++;
    else found.set(name, { value, rows: 1 });
  }
  return [...found.values()].map(({ rows }) => rows);
}

/** Logarithm of the number of partitions of the rows into blocks of these sizes: n! / (Π size! · Π (blocks of one size)!). */
function logWays(sizes: readonly number[]): number {
  const alike = new Map<number, number>();
  for (const size of sizes) alike.set(size, (alike.get(size) ?? 0) + 1);
  const sum = (counts: Iterable<number>) => [...counts].reduce((all, n) => all + logFactorial(n), 0);
  return logFactorial(sizes.reduce((all, n) => all + n, 0)) - sum(sizes) - sum(alike.values());
}

function logFactorial(n: number): number {
  let sum = 0;
  for (let i = 2; i <= n; i++) sum += Math.log(i);
  return sum;
}
