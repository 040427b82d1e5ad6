import * as z from 'zod';
import { DomainError } from './domain-error.js';
import { limits } from './limits.js';

const text = z
  .string()
  .max(limits.textBytes)
  .refine((value) => !value.includes('\0'), 'contains a NUL character');
const cell = z.union([text, z.number(), z.boolean(), z.null()]);

const input = z.union([
  z.strictObject({ text }),
  z.strictObject({ image: z.string() }),
  z.strictObject({ row: z.record(z.string().max(255), cell) }),
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

function problemOf(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'invalid_union':
      return 'has not exactly one of text, image and row, of its kind';
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `is not of the type ${issue.expected}`;
    case 'unrecognized_keys':
      return `has the unknown field ${issue.keys[0]?.slice(0, 80)}`;
    default:
      return `cannot be taken: ${issue?.message ?? 'it is wrong'}`;
  }
}
