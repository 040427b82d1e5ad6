import { type CombinedError, useQuery } from 'urql';
import type { MistakeCostsInput } from '@/generated/graphql';
import { useSettled } from '@/ui/use-settled';
import { LeastCostQuery } from './threshold.operations';

type Found = {
  /** The last one that was found. */
  threshold: number | null;
  /** Whether it is the one of these costs. */
  isCurrent: boolean;
  error: CombinedError | undefined;
};

/** The threshold that costs give on held-out examples, once they stop changing; without costs none is asked for. */
export function useLeastCost(id: string, positive: string, costs: MistakeCostsInput | null): Found {
  const typed = JSON.stringify(costs);
  const settled = useSettled(typed, 250);
  const wanted = JSON.parse(settled) as MistakeCostsInput | null;
  const [{ data, error, fetching, stale }] = useQuery({
    query: LeastCostQuery,
    variables: { id, positive, costs: wanted ?? { miss: 1, falseAlarm: 1 } },
    pause: wanted === null,
  });
  const threshold = data?.model?.twoClasses?.leastCostThreshold ?? null;
  const isCurrent = costs !== null && typed === settled && !fetching && !stale;
  return {
    threshold,
    isCurrent: isCurrent && !error && threshold !== null,
    error: isCurrent ? error : undefined,
  };
}
