'use client';
import { useState } from 'react';
import { useQuery } from 'urql';
import { formatCount, formatMany, formatShare } from '@/format/number';
import type { UsageQuery as UsageAnswer } from '@/generated/graphql';
import { Answer } from '@/ui/answer';
import { Facts } from '@/ui/facts';
import { Figures } from '@/ui/figures';
import { Section } from '@/ui/section';
import { Tabs } from '@/ui/tabs';
import { UsageQuery } from './usage.operations';
import { UsagePlot } from './usage-plot';

export type Usage = NonNullable<UsageAnswer['model']>['usage'];

const MOST_CLASSES = 8;

/** What the model was asked in the last day or week, in all ways of asking. */
export function UsageSection({ modelId }: { modelId: string }) {
  const [range, setRange] = useState('168');
  const content = <UsageOf modelId={modelId} hours={Number(range)} />;
  return (
    <Section title="Usage">
      <Tabs
        value={range}
        onChange={setRange}
        tabs={[
          { key: '24', title: 'Last day', content },
          { key: '168', title: 'Last week', content },
        ]}
      />
    </Section>
  );
}

function UsageOf({ modelId, hours }: { modelId: string; hours: number }) {
  const [{ data, error }, refetch] = useQuery({
    query: UsageQuery,
    variables: { id: modelId, hours },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Answer data={data} error={error} retry={() => refetch({ requestPolicy: 'network-only' })}>
      {({ model }) =>
        model && model.usage.calls > 0 ? (
          <UsageView usage={model.usage} hours={hours} />
        ) : (
          <p className="text-muted">
            Nobody asked in this time. Tries, files, programs and the shared page all count here.
          </p>
        )
      }
    </Answer>
  );
}

const formatTenths = (milliseconds: number): string => `${milliseconds.toFixed(1)} ms`;

function UsageView({ usage, hours }: { usage: Usage; hours: number }) {
  const { calls, examples, errors, noneOfThese, p50, p95, classes, drift, strengthDrift } = usage;
  return (
    <>
      <Figures
        figures={[
          { name: 'Calls', value: formatCount(calls) },
          { name: 'Examples', value: formatCount(examples) },
          { name: 'Not answered', value: formatMany(errors, 'call') },
          ...(p50 != null && p95 != null
            ? [
                {
                  name: 'Time of an answer',
                  value: formatTenths(p50),
                  under: `95 of 100 within ${formatTenths(p95)}`,
                },
              ]
            : []),
          ...(examples > 0 ? [{ name: 'None of these', value: formatShare(noneOfThese / examples) }] : []),
        ]}
      />
      <UsagePlot hours={usage.hours} span={hours} />
      {classes.length > 0 && (
        <div className="mt-4">
          <Facts
            facts={classes.slice(0, MOST_CLASSES).map(({ class: name, count }) => ({
              name,
              value: `${formatShare(count / examples)}, ${formatMany(count, 'answer')}`,
            }))}
          />
        </div>
      )}
      {[drift, strengthDrift].map(
        (moved) =>
          moved && (
            <p key={moved.sentence} className="mt-4 max-w-[72ch] text-muted">
              {moved.sentence} (Population stability index {moved.index.toFixed(2)}; below 0.10 is little,
              above 0.25 much.)
            </p>
          ),
      )}
    </>
  );
}
