import * as z from 'zod';
import { must } from './must.js';

const days = z.coerce.number(must('a number of days above 0')).positive('must be a number of days above 0');

/** Variables of the environment: for how many days what is old is kept; for ever where left out. */
export const retentionVariables = {
  KSHOT_KEEP_UPLOADS_DAYS: days.default(7),
  KSHOT_KEEP_CHECKPOINTS_DAYS: days.optional(),
  KSHOT_KEEP_PREDICTIONS_DAYS: days.optional(),
  KSHOT_KEEP_INPUTS_DAYS: days.default(30),
  KSHOT_KEEP_AUDIT_LOG_DAYS: days.optional(),
};
type Variables = z.infer<z.ZodObject<typeof retentionVariables>>;

/** Days that things are kept; null for ever. */
export interface Retention {
  /** Uploads that expired before they were used. */
  readonly uploads: number;
  /** Checkpoints of runs that failed or were cancelled, and can be retried from them. */
  readonly checkpoints: number | null;
  /** Results of predictions that have ended. */
  readonly predictions: number | null;
  /** Inputs that models were asked about and that are kept to be reviewed. */
  readonly inputs: number;
  readonly auditLog: number | null;
}

export const retentionIn = (variables: Variables): Retention => ({
  uploads: variables.KSHOT_KEEP_UPLOADS_DAYS,
  checkpoints: variables.KSHOT_KEEP_CHECKPOINTS_DAYS ?? null,
  predictions: variables.KSHOT_KEEP_PREDICTIONS_DAYS ?? null,
  inputs: variables.KSHOT_KEEP_INPUTS_DAYS,
  auditLog: variables.KSHOT_KEEP_AUDIT_LOG_DAYS ?? null,
});
