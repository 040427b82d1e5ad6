import * as z from 'zod';
import { versionEdit } from './edit/version-edit.js';

/** What a column of a table is used for. */
export const columnRoles = ['LABEL', 'PART', 'TEXT', 'NUMBER', 'CATEGORY', 'DATE', 'ID', 'IGNORED'] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Whether a table becomes a data set of rows, of which all columns count, or of the texts in it. */
export const tableUses = ['TABLE', 'TEXT'] as const;
export type TableUse = (typeof tableUses)[number];

/** What divides the cells of a text; NONE: each line is a text. */
export const delimiters = ['COMMA', 'SEMICOLON', 'TAB', 'BAR', 'SPACE', 'NONE'] as const;
export type Delimiter = (typeof delimiters)[number];

/** How dates are read whose day and month can be exchanged. */
export const dateOrders = ['DAY_FIRST', 'MONTH_FIRST'] as const;
export type DateOrderChoice = (typeof dateOrders)[number];

const SHARE = 'a share from 0 to 0.9 is needed';
const columnName = z.string().min(1).max(255);

/** How a file becomes a version. What is left out is found out from the file. */
export const importRequest = z.object({
  fileName: z.string().min(1).max(255),
  labelColumn: columnName.optional(),
  textColumn: columnName.optional(),
  /** Whether the first row of the table holds names. */
  header: z.boolean().optional(),
  /** The sheet of a workbook that is read. */
  sheet: z.string().min(1).max(255).optional(),
  delimiter: z.enum(delimiters).optional(),
  dateOrder: z.enum(dateOrders).optional(),
  /** What a table with texts becomes. */
  use: z.enum(tableUses).optional(),
  /** Columns that are used for something else than what was proposed. */
  roles: z.array(z.object({ column: columnName, role: z.enum(columnRoles) })).optional(),
  /** Whether examples of which nothing says the class are kept, to be labelled by hand, even where no class is left. */
  unlabelled: z.boolean().optional(),
  testShare: z.number().min(0, SHARE).max(0.9, SHARE),
  seed: z.number().int().min(0).max(2_147_483_647),
  /** Set of a version that is made of another version instead of a file. */
  edit: versionEdit.optional(),
});
export type ImportRequest = z.infer<typeof importRequest>;

/** How a file is looked at: as a data set of its own, or as examples that are added to a version, all of one class or each of its own. */
export const inspectionRequest = importRequest.extend({
  addTo: z.object({ versionId: z.uuid(), className: z.string().min(1).max(255).nullable() }).optional(),
});
export type InspectionRequest = z.infer<typeof inspectionRequest>;
