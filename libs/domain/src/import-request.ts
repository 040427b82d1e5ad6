import { z } from 'zod';

/** How a file becomes a version. */
export const importRequest = z.object({
  fileName: z.string().min(1).max(255),
  labelColumn: z.string().min(1).max(255).optional(),
  textColumn: z.string().min(1).max(255).optional(),
  testShare: z.number().min(0).max(0.9),
  seed: z.number().int().min(0).max(2_147_483_647),
  /** Set of a version that is not read from the file anew but made of another version. */
  fix: z
    .object({
      removed: z.array(z.number().int()),
      relabelled: z.array(z.tuple([z.number().int(), z.number().int()])),
    })
    .optional(),
});
export type ImportRequest = z.infer<typeof importRequest>;
