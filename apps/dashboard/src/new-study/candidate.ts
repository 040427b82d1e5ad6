import type { CandidateMethodsQuery, MethodOptionFragment } from '@/generated/graphql';
import { collectOptions, type OptionTexts } from '../new-run/option-text';

export type CandidateMethod = CandidateMethodsQuery['candidateMethods'][number];

/** The method that stands for a trained model as it is. */
export const AS_IT_IS = 'MODEL';

/** One line of the form. */
export type Candidate = {
  key: number;
  /** A method of the server's, or AS_IT_IS. */
  method: string;
  /** Null for the examples themselves. */
  modelId: string | null;
  texts: OptionTexts;
};

export const needsModel = (method: string): boolean => method === AS_IT_IS || method === 'FINE_TUNE';
export const takesModel = (method: string): boolean => method !== 'PRETRAIN';

/** The candidate as the API takes it, and what is wrong with it in a word. */
export function candidateInput(
  { method, modelId, texts }: Candidate,
  options: readonly MethodOptionFragment[],
): { input: Record<string, unknown>; wrong: string | null } {
  if (needsModel(method) && !modelId) return { input: {}, wrong: 'Choose a model' };
  if (method === AS_IT_IS) return { input: { modelId }, wrong: null };
  const { input, errors } = collectOptions(options, texts);
  const wrong = Object.keys(errors).length > 0 ? 'Mend the options that are marked' : null;
  if (method === 'PRETRAIN') return { input: { pretrain: { options: input } }, wrong };
  if (method === 'FINE_TUNE') return { input: { fineTune: { modelId, options: input } }, wrong };
  return { input: { head: { ...(modelId ? { modelId } : {}), options: { method, ...input } } }, wrong };
}
