import { useQuery } from 'urql';
import { TrainableQuery } from './new-run.operations';

/** Data sets that match a search and can be trained on: their latest version is ready. */
export function useTrainable(variables: { search?: string } = {}, pause = false) {
  const [{ data, error, fetching }, ask] = useQuery({ query: TrainableQuery, variables, pause });
  const dataSets = data?.dataSets.nodes.filter(({ latest }) => latest.status === 'READY');
  return { dataSets, error, fetching, retry: () => ask({ requestPolicy: 'network-only' }) };
}
