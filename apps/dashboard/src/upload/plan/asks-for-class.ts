import type { PlanFieldsFragment } from '@/generated/graphql';

/** Whether all that a file of photos lacks is what they show. */
export const asksForClass = ({
  modality,
  classCount,
  problem,
}: Pick<PlanFieldsFragment, 'modality' | 'classCount' | 'problem'>): boolean =>
  modality === 'IMAGE' && classCount === 0 && problem !== null;
