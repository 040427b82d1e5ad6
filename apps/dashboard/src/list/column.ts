import type { ReactNode } from 'react';

/** A column of a list: its cell for a row, its width in pixels, and the server's field to sort by, if there is one. */
export type Column<Row> = {
  key: string;
  title: string;
  /** What the menu of columns calls one without a title. */
  menuTitle?: string;
  width: number;
  cell: (row: Row) => ReactNode;
  sort?: string;
  right?: boolean;
};

/** What a list with these columns is sorted by; each by when rows were created, too. */
export const sortsOf = (columns: readonly { sort?: string }[]): string[] => [
  'CREATED_AT',
  ...columns.flatMap(({ sort }) => sort ?? []),
];
