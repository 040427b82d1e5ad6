import { formatCount, formatMany, formatShare } from '@/format/number';
import type { EpisodeReportContentFragment } from '@/generated/graphql';
import { Facts } from '@/ui/facts';
import { IntervalBar } from './interval-bar';

/** How well a meta-model tells new classes apart, with what the figure is a mean over. */
export function EpisodeReport({ report }: { report: EpisodeReportContentFragment }) {
  const { ways, shots, queries, episodes, classes, hash, transductive } = report;
  const { accuracy, accuracyLow, accuracyHigh } = report;
  return (
    <div>
      <p className="mb-4 max-w-[72ch] text-muted">
        The mean over {formatCount(episodes)} episodes of classes that training never saw: each draws{' '}
        {formatCount(ways)} of them, shows {formatCount(shots)} of each as support and asks for{' '}
        {formatCount(queries)} queries of each.{' '}
        <strong className="font-semibold text-ink">{formatShare(accuracy)}</strong> of the queries were right;
        the interval (95 %, Student) is over episodes.
      </p>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,320px)_minmax(0,1fr)]">
        <IntervalBar label="Accuracy" value={accuracy} low={accuracyLow} high={accuracyHigh} />
        <Facts
          facts={[
            { name: 'Ways', value: `${formatCount(ways)} classes in each episode` },
            { name: 'Shots', value: `${formatMany(shots, 'support example')} of each class` },
            { name: 'Queries', value: `${formatCount(queries)} of each class` },
            { name: 'Episodes', value: formatCount(episodes) },
            { name: 'Test classes', value: formatCount(classes) },
            ...(transductive
              ? [{ name: 'Transductive', value: 'Queries were looked at together; compare only with such.' }]
              : []),
            {
              name: 'Episode set',
              value: (
                <>
                  <span className="font-mono text-[11px] break-all">{hash}</span>
                  <span className="block text-[12px] text-muted">
                    Methods with the same hash met the same episodes.
                  </span>
                </>
              ),
            },
          ]}
        />
      </div>
    </div>
  );
}
