import { usePathname } from 'next/navigation';
import { useQuery } from 'urql';
import { DataSetQuery } from '@/data/data-set.operations';
import type { DataSetQuery as DataSetAnswer, Modality } from '@/generated/graphql';

/** A data set that a file may be added to. */
export type ShownDataSet = {
  id: string;
  name: string;
  modality: Modality | null;
  /** Its newest version; null while that is not ready. */
  versionId: string | null;
};

/** The data set whose page is open, with its newest version where that is ready; null on other pages. */
export function useShownDataSet(): ShownDataSet | null {
  const id = usePathname().match(/^\/data\/([0-9a-f-]{36})$/)?.[1];
  const [{ data }] = useQuery({ query: DataSetQuery, variables: { id: id ?? '' }, pause: !id });
  return id && data?.dataSet ? shownDataSet(data.dataSet) : null;
}

type Answered = NonNullable<DataSetAnswer['dataSet']>;

export const shownDataSet = ({ id, name, modality = null, latest }: Answered): ShownDataSet => ({
  id,
  name,
  modality,
  versionId: latest.status === 'READY' ? latest.id : null,
});
