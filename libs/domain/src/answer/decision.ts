import * as z from 'zod';

/** From which probability on a model of two classes answers the positive one; kept with the model. */
export const decision = z.object({
  /** Name of the positive class. */
  positive: z.string(),
  threshold: z.number().min(0).max(1),
  /** What the threshold was chosen by; null where it was set by hand. */
  costs: z.object({ miss: z.number(), falseAlarm: z.number() }).nullable(),
});
export type Decision = z.infer<typeof decision>;
