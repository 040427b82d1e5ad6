import type { PredictedRow } from '@kshot/domain';

/** A column of a downloaded table. */
export interface DownloadColumn {
  readonly name: string;
  readonly type: 'STRING' | 'INT32' | 'DOUBLE' | 'BOOLEAN';
  of(row: PredictedRow): string | number | boolean | null;
}

/** The columns of the file in their order, then the answers. Pictures have no columns, but a file and its class. */
export const downloadColumns = (columns: readonly string[]): DownloadColumn[] => [
  ...columns.map((name, i): DownloadColumn => ({ name, type: 'STRING', of: ({ cells }) => cells[i] ?? '' })),
  ...answers
    .filter(({ name }) => columns.length === 0 || (name !== 'file' && name !== 'class'))
    .map((column) => ({ ...column, name: differently(column.name, columns) })),
];

const answers: readonly DownloadColumn[] = [
  { name: 'row', type: 'INT32', of: ({ row }) => row },
  { name: 'file', type: 'STRING', of: ({ name }) => name },
  { name: 'class', type: 'STRING', of: ({ label }) => label },
  { name: 'predicted', type: 'STRING', of: (row) => row.class },
  { name: 'probability', type: 'DOUBLE', of: ({ probability }) => probability },
  { name: 'set', type: 'STRING', of: ({ set }) => set?.join(' | ') ?? null },
  {
    name: 'none_of_these',
    type: 'BOOLEAN',
    of: ({ noneOfThese, set }) => noneOfThese || (set ? false : null),
  },
  { name: 'problem', type: 'STRING', of: ({ problem }) => problem },
];

/** A name that no column of the file has. */
const differently = (name: string, columns: readonly string[]): string =>
  columns.includes(name) ? differently(`kshot_${name}`, columns) : name;
