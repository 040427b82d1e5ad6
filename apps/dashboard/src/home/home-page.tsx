'use client';
import { useState } from 'react';
import { useQuery, useSubscription } from 'urql';
import { formatListed } from '@/format/number';
import { AnyRunChanged } from '@/runs/run.operations';
import { ServerQuery } from '@/shell/server-query';
import { Answer } from '@/ui/answer';
import { ButtonLink } from '@/ui/button';
import { Section } from '@/ui/section';
import { UploadDialog } from '@/upload/upload-dialog';
import { BackendWarning } from './backend-warning';
import { DemoRun } from './demo-run';
import { Door } from './door';
import { HomeQuery } from './home.operations';
import { RecentRuns } from './recent-runs';

export function HomePage() {
  const [{ data, error }, refetch] = useQuery({ query: HomeQuery });
  const [{ data: server }] = useQuery({ query: ServerQuery });
  useSubscription({ query: AnyRunChanged });
  const [dropped, setDropped] = useState<File | null>(null);
  return (
    <>
      <h1 className="mb-5 max-w-[30ch] text-2xl leading-8 font-semibold tracking-tight text-balance">
        From a few labelled examples to a model you can trust
      </h1>
      <BackendWarning />
      <Answer data={data} error={error} retry={() => refetch({ requestPolicy: 'network-only' })} rows={10}>
        {({ runs, images, texts, tables }) => {
          const featured = server?.server.demoRunId ?? runs.nodes[0]?.id;
          return (
            <>
              {featured && <DemoRun id={featured} isDemo={featured === server?.server.demoRunId} />}
              <section
                aria-label="Three ways to begin"
                className="mb-8 grid gap-x-8 gap-y-8 border-t pt-5 md:grid-cols-3"
              >
                <Door modality="IMAGE" dataSets={images.nodes} onFile={setDropped} />
                <Door modality="TEXT" dataSets={texts.nodes} onFile={setDropped} />
                <Door modality="TABLE" dataSets={tables.nodes} onFile={setDropped} />
              </section>
              <Section
                title="Recent runs"
                actions={
                  <ButtonLink look="quiet" href="/runs">
                    All {formatListed(runs.totalCount, 'run')}
                  </ButtonLink>
                }
              >
                <RecentRuns runs={runs.nodes} />
              </Section>
            </>
          );
        }}
      </Answer>
      <UploadDialog open={dropped !== null} onOpenChange={() => setDropped(null)} of={null} file={dropped} />
    </>
  );
}
