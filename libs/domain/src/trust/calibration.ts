import { z } from 'zod';

/** What the prediction sets of a model are calibrated by; kept with the model. */
export const calibration = z.object({
  /** A part of a version that the model was not fitted on, or its own support examples, each without itself. */
  source: z.enum(['HELD_OUT', 'LEAVE_ONE_OUT']),
  /** Ascending: 1 less the probability of the true class. */
  scores: z.array(z.number()).readonly(),
  versionId: z.string().nullable(),
  split: z.string().nullable(),
  part: z.string().nullable(),
});
export type Calibration = z.infer<typeof calibration>;
