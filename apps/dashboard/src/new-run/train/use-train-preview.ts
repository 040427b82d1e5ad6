import { useQuery } from 'urql';
import type { TrainPreviewQuery as Answered } from '@/generated/graphql';
import { TrainPreviewQuery } from './train.operations';

/** What Train would do with a version; undefined until it is known. */
export function useTrainPreview(versionId: string | null): Answered['trainPreview'] | undefined {
  const [{ data }] = useQuery({
    query: TrainPreviewQuery,
    variables: { versionId: versionId ?? '' },
    pause: versionId === null,
    requestPolicy: 'cache-and-network',
  });
  return versionId === null ? undefined : data?.trainPreview;
}
