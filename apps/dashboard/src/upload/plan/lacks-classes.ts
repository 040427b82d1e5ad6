import type { PlanFieldsFragment } from '@/generated/graphql';

type Plan = Pick<PlanFieldsFragment, 'modality' | 'classCount' | 'problem'>;

const CODES = ['DATA_EMPTY', 'DATA_ONE_CLASS', 'DATA_COLUMN'];

/** Whether all that a file of photos lacks is what they show: nothing else has to be said of it. */
export const asksForClass = ({ modality, classCount, problem }: Plan): boolean =>
  modality === 'IMAGE' && classCount === 0 && problem !== null;

/** Whether a file may be kept without classes, to be labelled by hand. */
export const lacksClasses = (plan: Plan): boolean =>
  asksForClass(plan) || (plan.classCount < 2 && CODES.includes(plan.problem?.code ?? ''));
