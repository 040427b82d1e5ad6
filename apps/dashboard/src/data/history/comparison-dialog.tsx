'use client';
import { useQuery } from 'urql';
import { formatCount } from '@/format/number';
import type { CompareVersionsQuery, ExampleContentFragment } from '@/generated/graphql';
import { Answer } from '@/ui/answer';
import { Dialog } from '@/ui/dialog';
import { CompareVersions } from '../edit/edit.operations';
import { ExampleStrip } from '../example-strip';
import type { ListedVersion } from './history-tab';

type Comparison = CompareVersionsQuery['compareVersions'];
type Props = { from: ListedVersion; to: ListedVersion; onClose: () => void };

/** What was added, removed and relabelled between two versions. */
export function ComparisonDialog({ from, to, onClose }: Props) {
  const [{ data, error }, refetch] = useQuery({
    query: CompareVersions,
    variables: { fromId: from.id, toId: to.id },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Version ${from.number} to version ${to.number}`}
      description={to.note || 'What changed'}
    >
      <Answer
        data={data?.compareVersions}
        error={error}
        retry={() => refetch({ requestPolicy: 'network-only' })}
      >
        {(comparison) => <Changes comparison={comparison} />}
      </Answer>
    </Dialog>
  );
}

function Changes({ comparison }: { comparison: Comparison }) {
  const { addedCount, removedCount, relabelledCount, added, removed, relabelled, changes } = comparison;
  const renamed = changes.filter(({ wholeClass }) => wholeClass);
  const moved = changes.filter(({ wholeClass }) => !wholeClass);
  if (addedCount + removedCount + changes.length === 0) return <p className="text-muted">They are equal.</p>;
  return (
    <div className="space-y-5">
      {renamed.length > 0 && (
        <Part title="Renamed or merged classes">
          <ul>
            {renamed.map(({ before, after }) => (
              <li key={`${before} ${after}`}>
                {before} → {after}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Group title="Relabelled" count={relabelledCount} examples={relabelled}>
        {moved.map(
          ({ before, after, count }) =>
            `${before ?? 'unlabelled'} → ${after ?? 'unlabelled'}: ${formatCount(count)}`,
        )}
      </Group>
      <Group title="Added" count={addedCount} examples={added}>
        {comparison.addedByClass.map((one) => `${one.class ?? 'unlabelled'}: ${formatCount(one.count)}`)}
      </Group>
      <Group title="Removed" count={removedCount} examples={removed}>
        {comparison.removedByClass.map((one) => `${one.class ?? 'unlabelled'}: ${formatCount(one.count)}`)}
      </Group>
    </div>
  );
}

type GroupProps = { title: string; count: number; examples: ExampleContentFragment[]; children: string[] };

function Group({ title, count, examples, children }: GroupProps) {
  if (count === 0) return null;
  return (
    <Part title={`${title} (${formatCount(count)})`}>
      <ul className="mb-2">
        {children.slice(0, 20).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <ExampleStrip examples={examples} size={56} />
    </Part>
  );
}

const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section aria-label={title}>
    <h3 className="mb-1 font-medium">{title}</h3>
    {children}
  </section>
);
