import * as z from 'zod';

/** One part of a split, as it is stored with it. */
const splitPart = z.object({
  name: z.string(),
  exampleCount: z.number().int(),
  classCount: z.number().int(),
});
export type SplitPart = z.infer<typeof splitPart>;

export const splitParts = z.array(splitPart);
