import type { TableKind } from '../tables/table.js';
import { excel } from './excel/table-excel.js';
import { parquet } from './parquet/table-parquet.js';
import { arff } from './table-arff.js';
import { csv } from './table-csv.js';
import { json } from './table-json.js';
import { labelledLines } from './table-labelled-lines.js';
import { mail } from './table-mail.js';
import { yaml } from './table-yaml.js';

/** Formats of tables; the first that matches reads. CSV comes last, as any text can be one. */
export const tableKinds: readonly TableKind[] = [excel, parquet, arff, json, yaml, labelledLines, mail, csv];

export const tableKindOf = (head: Buffer, name: string): TableKind | undefined =>
  tableKinds.find((kind) => kind.matches(head, name));

/** Notes, settings and single mails lie in archives too. */
const ofNotes = ['txt', 'yml', 'yaml', 'eml'];

/** Names of files that may be tables within an archive. */
export const tableExtensions = new Set(
  tableKinds.flatMap(({ extensions }) => extensions).filter((extension) => !ofNotes.includes(extension)),
);
