import type { ImportRequest } from '@kshot/domain';
import { attempt } from '../refusals/attempt.js';
import { newCells } from '../tables/cells.js';
import type { Table } from '../tables/table.js';
import { chooseLabel } from './choose-label.js';
import { plainName } from './known-names.js';
import { profileColumns } from './profile-columns.js';

interface Labelled {
  readonly table: Table;
  readonly request: ImportRequest;
}

/** A table that is kept although no column is the class gets an empty one. */
export function withClassColumn(table: Table, request: ImportRequest): Labelled {
  if (!request.unlabelled || attempt(() => chooseLabel(table, profileColumns(table, request), request)).value)
    return { table, request };
  const taken = new Set(table.names.map(plainName));
  const name = ['class', 'label', 'class of the row'].find((each) => !taken.has(each)) ?? 'class by hand';
  const cells = newCells();
  for (let row = 0; row < table.rows; row++) cells.push('');
  return {
    table: { ...table, names: [...table.names, name], columns: [...table.columns, cells] },
    request: { ...request, labelColumn: name },
  };
}
