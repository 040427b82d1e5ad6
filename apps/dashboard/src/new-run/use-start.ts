import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { useMutation, useQuery } from 'urql';
import type { Technique } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { useSettled } from '@/ui/use-settled';
import { type StartInput, techniqueForm } from './technique';

/** What the run will take, asked for once the form rests, and the way to start it and see it. */
export function useStart(technique: Technique, input: StartInput, missing: string | null) {
  const router = useRouter();
  const wanted = useMemo(() => ({ technique, input, missing }), [technique, input, missing]);
  const settled = useSettled(wanted, 250);
  const [estimated] = useQuery({
    query: techniqueForm(settled.technique).estimate,
    variables: { input: settled.input },
    pause: settled.missing !== null,
    requestPolicy: 'network-only',
  });
  const [started, start] = useMutation(techniqueForm(technique).start);
  return {
    estimate: estimated.stale || estimated.fetching ? null : (estimated.data?.estimate ?? null),
    problem: missing ? null : problemOf(started.error ?? (estimated.fetching ? undefined : estimated.error)),
    starting: started.fetching,
    start: async () => {
      const { data } = await start({ input });
      if (data) router.push(`/runs/${data.started.id}`);
    },
  };
}
