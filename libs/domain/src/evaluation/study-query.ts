import * as z from 'zod';
import { candidateSpec } from './candidate-spec.js';
import { protocolSettings } from './protocol-settings.js';

/** All that a study is run again from. */
export const studyQuery = z.object({
  versions: z
    .array(z.object({ versionId: z.string(), hash: z.string(), protocol: protocolSettings }))
    .min(1)
    .readonly(),
  candidates: z
    .array(
      z.object({
        name: z.string(),
        method: z.string(),
        modelId: z.string().nullable(),
        spec: candidateSpec,
      }),
    )
    .readonly(),
});
export type StudyQuery = z.infer<typeof studyQuery>;
