import type { ImportRequest } from '@kshot/domain';
import { quoteNames } from '../../names/quote-names.js';
import { attempt } from '../../refusals/attempt.js';
import { newCells } from '../../tables/cells.js';
import type { Table } from '../../tables/table.js';
import { plainName } from '../known-names.js';
import { profileColumns } from '../profile-columns.js';
import { chooseLabel } from './choose-label.js';
import { withoutMarkedColumns } from './marked-columns.js';

interface Found {
  readonly table: Table;
  readonly request: ImportRequest;
}

/** A table whose class is marked in a column for each gets one column of the class; one that is kept although nothing says the class, an empty one. */
export function findClassColumn(table: Table, request: ImportRequest): Found {
  const marked = withoutMarkedColumns(table);
  if (marked === table && !request.unlabelled) return { table, request };
  const label = attempt(() => chooseLabel(table, profileColumns(table, request), request)).value;
  const classes = table.names.filter((name) => !marked.names.includes(name));
  if (
    marked !== table &&
    (!label || (label.found === 'BY_CONTENT' && classes.includes(table.names[label.index] as string)))
  ) {
    const note = `Each row marks one of the columns ${quoteNames(classes)} with 1: it was read as the class.`;
    return { table: { ...marked, notes: [...table.notes, note] }, request };
  }
  return label || !request.unlabelled ? { table, request } : withEmptyClass(table, request);
}

function withEmptyClass(table: Table, request: ImportRequest): Found {
  const taken = new Set(table.names.map(plainName));
  const name = ['class', 'label', 'class of the row'].find((each) => !taken.has(each)) ?? 'class by hand';
  const cells = newCells();
  for (let row = 0; row < table.rows; row++) cells.push('');
  return {
    table: { ...table, names: [...table.names, name], columns: [...table.columns, cells] },
    request: { ...request, labelColumn: name },
  };
}
