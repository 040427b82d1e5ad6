import type { Technique } from '@/generated/graphql';
import type { StartInput } from './technique';

type Chosen = {
  technique: Technique;
  method: string;
  versionId: string | null;
  /** Null for the version's first. */
  splitId: string | null;
  modelId: string | null;
  name: string;
  options: Record<string, unknown>;
};

/** The input of the technique's mutation: `method` is an option of all but pretraining, a model of all but that too; meta-learning holds classes out instead of a split. */
export function startInput({
  technique,
  method,
  versionId,
  splitId,
  modelId,
  name,
  options,
}: Chosen): StartInput {
  const all = technique === 'PRETRAIN' ? options : { method, ...options };
  return {
    versionId: versionId ?? '',
    ...(technique !== 'PRETRAIN' && modelId ? { modelId } : {}),
    ...(technique !== 'META' && splitId ? { splitId } : {}),
    ...(name.trim() ? { name: name.trim() } : {}),
    ...(Object.keys(all).length > 0 ? { options: all } : {}),
  };
}

/** What the user has to do before the run can start; null when nothing is missing. */
export function missingWord({ versionId }: Pick<Chosen, 'versionId'>, errors: number): string | null {
  if (versionId === null) return 'Choose a data set to see what the run takes.';
  if (errors > 0)
    return errors === 1 ? 'One option is not right yet.' : `${errors} options are not right yet.`;
  return null;
}
