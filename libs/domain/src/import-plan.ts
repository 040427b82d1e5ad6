import * as z from 'zod';
import { columnRoles, dateOrders, delimiters } from './import-request.js';
import { modalities } from './pack.js';

const plannedColumn = z.object({
  name: z.string(),
  role: z.enum(columnRoles),
  /** Whether it is left out although its role is one of content: a text beside numbers, an id. */
  leftOut: z.boolean(),
  missing: z.number().int(),
  distinct: z.number().int(),
  /** The first cells that are not empty. */
  samples: z.array(z.string()),
});

/** One of the first examples, to look at. */
const plannedExample = z.object({
  name: z.string(),
  className: z.string().nullable(),
  part: z.string().nullable(),
  text: z.string().nullable(),
  /** A small picture as a data URL. */
  image: z.string().nullable(),
});

/** How an upload was understood, before anything of it is stored as a data set. */
export const importPlan = z.object({
  /** What the file is: "a spreadsheet", "an archive of pictures". */
  kind: z.string(),
  modality: z.enum(modalities),
  /** Of a table: whether its first row holds names. */
  header: z.boolean().nullable(),
  /** Of a workbook: its sheets with rows, and the one that is read; null where several are. */
  sheets: z.array(z.string()).default([]),
  sheet: z.string().nullable().default(null),
  /** Of a text: what divides its cells. */
  delimiter: z.enum(delimiters).nullable().default(null),
  /** Set where dates can be read both ways: which was taken. */
  dateOrder: z.enum(dateOrders).nullable().default(null),
  columns: z.array(plannedColumn),
  classes: z.array(z.object({ name: z.string(), count: z.number().int() })),
  classCount: z.number().int(),
  parts: z.array(z.object({ name: z.string(), count: z.number().int() })),
  exampleCount: z.number().int(),
  /** Examples without a class, which are kept but not trained on. */
  unlabelledCount: z.number().int().default(0),
  /** Whether only the beginning of the file was looked at: counts are those of it. */
  sampled: z.boolean(),
  examples: z.array(plannedExample),
  /** What is odd, and what will be done about it. */
  findings: z.array(z.string()),
  /** Why it cannot be imported as it is; other choices may help. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type ImportPlan = z.infer<typeof importPlan>;
