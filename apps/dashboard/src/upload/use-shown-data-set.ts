import { usePathname } from 'next/navigation';
import { useQuery } from 'urql';
import { DataSetQuery } from '@/data/data-set.operations';

/** The data set whose page is open, with its newest version where that is ready; null on other pages. */
export function useShownDataSet() {
  const id = usePathname().match(/^\/data\/([0-9a-f-]{36})$/)?.[1];
  const [{ data }] = useQuery({ query: DataSetQuery, variables: { id: id ?? '' }, pause: !id });
  const dataSet = id ? data?.dataSet : null;
  if (!dataSet) return null;
  const { name, latest } = dataSet;
  return { id: dataSet.id, name, versionId: latest.status === 'READY' ? latest.id : null };
}
