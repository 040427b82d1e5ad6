import { useQuery } from 'urql';
import type { Modality, ModelRowFragment } from '@/generated/graphql';
import { StartModelsQuery } from './new-run.operations';

/** Models that a run on such data can start from. Null until they are known. */
export function useStartModels(modality: Modality | null): ModelRowFragment[] | null {
  const [{ data }] = useQuery({
    query: StartModelsQuery,
    variables: { modality: modality ?? undefined },
    pause: modality === null,
    requestPolicy: 'cache-and-network',
  });
  if (modality === null || !data) return null;
  return data.models.nodes.filter(({ input }) => input.modality === modality);
}
