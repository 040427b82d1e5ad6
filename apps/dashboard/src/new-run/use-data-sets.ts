import { useQuery } from 'urql';
import type { DataSetCardFragment } from '@/generated/graphql';
import { ChosenDataSetQuery } from './new-run.operations';

/** The data sets to choose from, with the chosen one where it is not among them: a list has a hundred. */
export function useDataSets(listed: DataSetCardFragment[], versionId: string | null): DataSetCardFragment[] {
  const isListed = (id: string | null) => listed.some(({ latest }) => latest.id === id);
  const pause = versionId === null || isListed(versionId);
  const [{ data }] = useQuery({ query: ChosenDataSetQuery, variables: { id: versionId ?? '' }, pause });
  const other = data?.dataSetVersion?.dataSet;
  return other && other.latest.id === versionId && !isListed(versionId) ? [other, ...listed] : listed;
}
