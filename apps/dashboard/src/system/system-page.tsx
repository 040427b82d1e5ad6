'use client';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { formatBytes } from '@/format/bytes';
import { formatCount, formatMany } from '@/format/number';
import type { SystemQuery as Answered } from '@/generated/graphql';
import { Ago } from '@/ui/ago';
import { Answer } from '@/ui/answer';
import { Figures } from '@/ui/figures';
import { PageHeader } from '@/ui/page/page-header';
import { PageTitle } from '@/ui/page/page-title';
import { Section } from '@/ui/section';
import { Failures } from './failures';
import { StorageSection } from './storage-section';
import { SystemQuery } from './system.operations';

export type System = Answered['system'];

const LOOK_EVERY = 10_000; // milliseconds

/** Queue, workers, failures and storage, for those who keep Kshot running. */
export function SystemPage() {
  const [{ data, error }, refetch] = useQuery({ query: SystemQuery, requestPolicy: 'cache-and-network' });
  useEffect(() => {
    const looking = setInterval(() => refetch({ requestPolicy: 'network-only' }), LOOK_EVERY);
    return () => clearInterval(looking);
  }, [refetch]);
  return (
    <>
      <PageTitle title="System" />
      <PageHeader title="System" under="Looked at every ten seconds." />
      <Answer data={data} error={error} retry={() => refetch({ requestPolicy: 'network-only' })}>
        {({ system }) => (
          <>
            <Figures figures={figuresOf(system)} />
            <Section title="Workers">
              <Workers workers={system.workers} />
            </Section>
            <Section title="Storage">
              <StorageSection
                storage={system.storage}
                kept={system.kept}
                onCollected={() => refetch({ requestPolicy: 'network-only' })}
              />
            </Section>
            <Section title="Recent failures">
              <Failures failures={system.failures} />
            </Section>
          </>
        )}
      </Answer>
    </>
  );
}

function figuresOf({ tasks, waitingSince, memoryBytes, startedAt }: System) {
  const count = (status: string) =>
    tasks.filter((each) => each.status === status).reduce((sum, each) => sum + each.count, 0);
  return [
    {
      name: 'Waiting',
      value: formatCount(count('QUEUED')),
      under: waitingSince ? (
        <>
          since <Ago at={waitingSince} />
        </>
      ) : (
        'nothing waits'
      ),
    },
    { name: 'Running', value: formatCount(count('RUNNING')) },
    { name: 'Done', value: formatCount(count('DONE')) },
    { name: 'Failed', value: formatCount(count('FAILED')) },
    {
      name: 'API',
      value: formatBytes(memoryBytes),
      under: (
        <>
          started <Ago at={startedAt} />
        </>
      ),
    },
  ];
}

function Workers({ workers }: { workers: System['workers'] }) {
  if (workers.length === 0)
    return (
      <p className="text-bad">
        No worker is there: what is started waits. Start one: “npm start” starts everything.
      </p>
    );
  return (
    <ul className="border-t" aria-label="Workers">
      {workers.map(({ name, running, startedAt, seenAt, isSilent }) => (
        <li key={name} className="flex flex-wrap justify-between gap-x-4 border-b py-2">
          <span className="min-w-0 truncate font-mono text-[12px]">{name}</span>
          <span className="text-muted">
            {running > 0 && `works on ${formatMany(running, 'task')}, `}
            {isSilent ? (
              <span className="text-bad">
                silent: last heard of <Ago at={seenAt} />. Other workers take over its tasks after 20 seconds.
              </span>
            ) : (
              <>
                started <Ago at={startedAt} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
