import type { NumberReading } from '@kshot/fewshot';
import * as z from 'zod';

/** How cells of a column are read as numbers. */
export const numberReading = z.discriminatedUnion('as', [
  z.object({ as: z.literal('PLAIN') }),
  z.object({
    as: z.literal('WRITTEN'),
    decimal: z.enum(['.', ',']),
    unit: z.string(),
    letters: z.enum(['MAGNITUDES', 'UNITS']).optional(),
  }),
  z.object({ as: z.literal('DATE'), order: z.enum(['YMD', 'DMY', 'MDY']) }),
]) satisfies z.ZodType<NumberReading>;
