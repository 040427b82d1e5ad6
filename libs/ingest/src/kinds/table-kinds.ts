import type { TableKind } from '../tables/table.js';
import { excel } from './excel/table-excel.js';
import { arff } from './table-arff.js';
import { csv } from './table-csv.js';
import { fastText } from './table-fasttext.js';
import { json } from './table-json.js';
import { parquet } from './table-parquet.js';

/** Formats of tables; the first that matches reads. CSV comes last, as any text can be one. */
export const tableKinds: readonly TableKind[] = [excel, parquet, arff, json, fastText, csv];

export const tableKindOf = (head: Buffer, name: string): TableKind | undefined =>
  tableKinds.find((kind) => kind.matches(head, name));

/** Names of files that may be tables within an archive. */
export const tableExtensions = new Set(
  tableKinds.flatMap(({ extensions }) => extensions).filter((extension) => extension !== 'txt'),
);
