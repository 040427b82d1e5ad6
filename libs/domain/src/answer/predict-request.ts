import * as z from 'zod';
import { DomainError } from '../domain-error.js';
import { limits } from '../limits.js';
import { LARGEST_NUMBER } from '../rows/largest-number.js';

const MOST_COLUMN = 255;

const text = z
  .string()
  .max(limits.textBytes)
  .refine((value) => !value.includes('\0'), 'contains a NUL character');

/** A row as a list of cells: an object with names of columns as keys takes `__proto__` for no name. */
const row = z
  .custom<Readonly<Record<string, unknown>>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  )
  .transform((cells, context) =>
    Object.entries(cells).map(([column, value]) => {
      const problem = problemOfCell(column, value);
      if (problem)
        context.addIssue({ code: 'custom', message: problem, path: [column.slice(0, 80)], continue: true });
      return { column, value: value === null ? null : String(value) };
    }),
  );

function problemOfCell(column: string, value: unknown): string | null {
  if (column.length > MOST_COLUMN) return `has a name of more than ${MOST_COLUMN} characters`;
  if (value === null || typeof value === 'boolean') return null;
  if (typeof value === 'number')
    return Number.isFinite(value) ? null : `is too large a number: the largest is ${LARGEST_NUMBER}`;
  if (typeof value !== 'string') return 'is not a string, number, boolean or null';
  const read = text.safeParse(value, { reportInput: true });
  return read.success ? null : problemOf(read.error.issues[0]);
}

const input = z.union([
  z.strictObject({ text }),
  z.strictObject({ image: z.string() }),
  z.strictObject({ row }),
]);

/** What a program sends to a served model. */
const predictRequest = z.strictObject({
  inputs: z.array(input).min(1).max(limits.predictions),
  /** How often the set must hold the true class. */
  coverage: z.number().min(0.5).max(0.99).optional(),
  /** Number of classes with their probabilities. */
  top: z.int().min(1).max(limits.classes).default(5),
});
export type PredictRequest = z.infer<typeof predictRequest>;

/** Throws BAD_INPUT with the place of the first problem. */
export function readPredictRequest(body: unknown): PredictRequest {
  const { success, data, error } = predictRequest.safeParse(body, { reportInput: true });
  if (success) return data;
  const [issue] = error.issues;
  const where = issue?.path.join('.') || 'The body';
  throw new DomainError(
    'BAD_INPUT',
    `${where} ${problemOf(issue)}. Send {"inputs": [INPUT, …]}, each {"text": "…"}, {"image": "BASE64"} or {"row": {"COLUMN": VALUE}}; see /v1/openapi.json.`,
  );
}

const sizes: Readonly<Record<string, string>> = { array: 'has more items than', string: 'is longer than' };

function problemOf(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'invalid_union':
      return 'has not exactly one of text, image and row, of its kind';
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `is not of the type ${issue.expected}`;
    case 'unrecognized_keys':
      return `has the unknown field ${issue.keys[0]?.slice(0, 80)}`;
    case 'too_small':
      return issue.origin === 'array' ? 'is empty' : `is less than ${issue.minimum}`;
    case 'too_big':
      return `${sizes[issue.origin] ?? 'is more than'} ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
    case 'custom':
      return issue.message;
    default:
      return 'is wrong';
  }
}
