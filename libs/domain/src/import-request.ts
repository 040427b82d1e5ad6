import { z } from 'zod';

/** How a file becomes a version. */
export const importRequest = z.object({
  fileName: z.string().min(1).max(255),
  labelColumn: z.string().min(1).max(255).optional(),
  textColumn: z.string().min(1).max(255).optional(),
  testShare: z.number().min(0).max(0.9),
  seed: z.number().int().min(0).max(2_147_483_647),
});
export type ImportRequest = z.infer<typeof importRequest>;
