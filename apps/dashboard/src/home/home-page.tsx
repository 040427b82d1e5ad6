'use client';
import { useCallback, useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { AnyVersionChanged, pickVersion } from '@/data/version.operations';
import { formatListed } from '@/format/number';
import type { HomeQuery as HomeAnswer } from '@/generated/graphql';
import { reloadOnReturn } from '@/graphql/reload-on-return';
import { useDeletions } from '@/graphql/use-deletions';
import { useUnlisted } from '@/graphql/use-unlisted';
import { AnyRunChanged, pickRun } from '@/runs/run.operations';
import { hasEnded } from '@/runs/status-badge';
import { ServerQuery } from '@/shell/server.operations';
import { Answer } from '@/ui/answer';
import { ButtonLink } from '@/ui/button';
import { Section } from '@/ui/section';
import { UploadDialog } from '@/upload/upload-dialog';
import { BackendWarning } from './backend-warning';
import { DemoRun } from './demo-run';
import { Door } from './door';
import { HomeQuery } from './home.operations';
import { RecentRuns } from './recent-runs';

/** Sets that a door shows at most, the own ones first. */
const SHOWN = 3;
const DOORS = [
  { modality: 'IMAGE', own: 'ownImages', shipped: 'shippedImages' },
  { modality: 'TEXT', own: 'ownTexts', shipped: 'shippedTexts' },
  { modality: 'TABLE', own: 'ownTables', shipped: 'shippedTables' },
] as const;

/** Kshot loads its examples while it is used already. */
const STARTING = 3 * 60_000;
const isStarting = (startedAt: string | undefined): boolean =>
  startedAt !== undefined && Date.now() - Date.parse(startedAt) < STARTING;

const shownVersions = (answer: HomeAnswer) =>
  DOORS.flatMap(({ own, shipped }) => [...answer[own].nodes, ...answer[shipped].nodes]).map(
    ({ latest }) => latest,
  );

export function HomePage() {
  const [{ data, error }, refetch] = useQuery({ query: HomeQuery });
  const [{ data: server }, refetchServer] = useQuery({ query: ServerQuery });
  const [begun, setBegun] = useState<readonly string[]>([]);
  const reload = useCallback(() => {
    refetch({ requestPolicy: 'network-only' });
    refetchServer({ requestPolicy: 'network-only' });
  }, [refetch, refetchServer]);
  useUnlisted(AnyRunChanged, pickRun, data?.runs.nodes ?? null, ({ id, status }) => {
    if (!hasEnded(status)) setBegun((before) => [...before, id]);
    reload();
  });
  useUnlisted(AnyVersionChanged, pickVersion, data ? shownVersions(data) : null, reload);
  useDeletions();
  useEffect(() => reloadOnReturn(reload), [reload]);
  const [dropped, setDropped] = useState<File | null>(null);
  return (
    <>
      <h1 className="mb-5 max-w-[30ch] text-2xl leading-8 font-semibold tracking-tight text-balance">
        From a few labelled examples to a model you can trust
      </h1>
      <BackendWarning />
      <Answer data={data} error={error} retry={() => refetch({ requestPolicy: 'network-only' })} rows={10}>
        {({ runs, ...sets }) => {
          const demo = server?.server.demoRunId;
          // The first start begins other runs right after its demo.
          const newest = demo && begun.includes(demo) ? demo : begun.at(-1);
          const featured = newest ?? demo ?? runs.nodes[0]?.id;
          return (
            <>
              {featured && <DemoRun id={featured} isDemo={featured === demo} />}
              <section
                aria-label="Three ways to begin"
                className="mb-8 grid gap-x-8 gap-y-8 border-t pt-5 md:grid-cols-3"
              >
                {DOORS.map(({ modality, own, shipped }) => (
                  <Door
                    key={modality}
                    modality={modality}
                    dataSets={[...sets[own].nodes, ...sets[shipped].nodes].slice(0, SHOWN)}
                    onFile={setDropped}
                  />
                ))}
              </section>
              <Section
                title="Recent runs"
                actions={
                  <ButtonLink look="quiet" href="/runs">
                    All {formatListed(runs.totalCount, 'run')}
                  </ButtonLink>
                }
              >
                <RecentRuns runs={runs.nodes} isStarting={isStarting(server?.server.startedAt)} />
              </Section>
            </>
          );
        }}
      </Answer>
      <UploadDialog open={dropped !== null} onOpenChange={() => setDropped(null)} of={null} file={dropped} />
    </>
  );
}
