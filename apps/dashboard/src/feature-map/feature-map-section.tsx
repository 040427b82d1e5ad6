'use client';
import { Shapes } from 'lucide-react';
import { useQuery } from 'urql';
import { IfMaking } from '@/access/if-making';
import { formatCount, formatMany } from '@/format/number';
import { Answer } from '@/ui/answer';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import { EpisodeGrid } from './episode-grid';
import { classesOf, type FeatureMap, isRight } from './feature-map';
import { FeatureMapQuery } from './feature-map.operations';
import { MapPlot } from './map-plot';

/** What a finished run's model made of some of its test, example by example. */
export function FeatureMapSection({ runId }: { runId: string }) {
  const [{ data, error }, refetch] = useQuery({ query: FeatureMapQuery, variables: { id: runId } });
  return (
    <Section title="Test examples and their features">
      <Answer data={data} error={error} retry={() => refetch({ requestPolicy: 'network-only' })}>
        {({ run }) => (run?.featureMap ? <MapView map={run.featureMap} /> : <NoMap runId={runId} />)}
      </Answer>
    </Section>
  );
}

function MapView({ map }: { map: FeatureMap }) {
  const classes = classesOf(map);
  const asked = classes.flatMap((one) => one.asked);
  const right = asked.filter(isRight).length;
  const support = classes[0]?.support.length ?? 0;
  return (
    <>
      <p className="mb-4 max-w-[72ch] text-muted">
        {support > 0
          ? `The first episode of the test, not chosen: ${formatMany(classes.length, 'class', 'classes')} with ${formatMany(support, 'support example')} each. The sub-model built from them gets ${formatCount(right)} of ${formatMany(asked.length, 'query', 'queries')} right.`
          : `${formatMany(asked.length, 'test example')} of ${formatMany(classes.length, 'class', 'classes')}, drawn at random where there are more. The model gets ${formatCount(right)} of them right.`}
      </p>
      <div className="grid gap-x-10 gap-y-6 xl:grid-cols-2">
        <MapPlot map={map} />
        <EpisodeGrid map={map} />
      </div>
    </>
  );
}

const NoMap = ({ runId }: { runId: string }) => (
  <EmptyState
    icon={Shapes}
    title="No test examples were kept"
    text="Runs that ended before this page could show them, and runs without a test, have none. The same run made again will."
    action={
      <IfMaking>
        <ButtonLink href={`/runs/new?like=${runId}`}>Run again with changes</ButtonLink>
      </IfMaking>
    }
  />
);
