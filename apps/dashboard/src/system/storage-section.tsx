import { useMutation } from 'urql';
import { formatBytes } from '@/format/bytes';
import { formatMany } from '@/format/number';
import { problemOf } from '@/graphql/problem';
import { Button } from '@/ui/button';
import { Figures } from '@/ui/figures';
import { ProblemNote } from '@/ui/problem-note';
import { CollectGarbage } from './system.operations';
import type { System } from './system-page';

type Props = { storage: System['storage']; kept: System['kept']; onCollected: () => void };

/** Bytes by kind, the room that is left, and a button that removes what nothing refers to. */
export function StorageSection({ storage, kept, onCollected }: Props) {
  const [collected, collect] = useMutation(CollectGarbage);
  const problem = problemOf(collected.error);
  const removed = collected.data?.collectGarbage;
  return (
    <>
      <Figures
        figures={[
          ...storage.kinds.map(({ name, count, bytes }) => ({
            name,
            value: formatBytes(bytes),
            under: formatMany(count, 'file'),
          })),
          {
            name: 'All contents',
            value: formatBytes(storage.blobBytes),
            under: formatMany(storage.blobCount, 'file'),
          },
          { name: 'Database', value: formatBytes(storage.databaseBytes) },
          { name: 'Free on the disk', value: formatBytes(storage.freeBytes) },
        ]}
      />
      <p className="mb-3 max-w-[72ch] text-muted">
        {`Kept: unused uploads ${daysOf(kept.uploads)} beyond their end, checkpoints of failed and cancelled runs ${daysOf(kept.checkpoints)}, results of predictions ${daysOf(kept.predictions)}, inputs to review ${daysOf(kept.inputs)}, the audit log ${daysOf(kept.auditLog)}. The variables that begin with KSHOT_KEEP_ set these times.`}
      </p>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          disabled={collected.fetching}
          onClick={() => void collect({}).then(({ error }) => !error && onCollected())}
        >
          {collected.fetching ? 'Removing…' : 'Remove what is unused'}
        </Button>
        <span aria-live="polite" className="text-muted">
          {removed
            ? `${formatMany(removed.count, 'content')} with ${formatBytes(removed.bytes)} removed${removed.rows > 0 ? `, and ${formatMany(removed.rows, 'old row')}` : ''}. Contents: ${formatBytes(removed.bytesBefore)} before, ${formatBytes(removed.bytesAfter)} after.`
            : 'Contents that nothing has referred to for six hours. Happens by itself every quarter of an hour.'}
        </span>
      </p>
      {problem && <ProblemNote problem={problem} className="mt-2" />}
    </>
  );
}

const daysOf = (days: number | null): string => (days === null ? 'for ever' : formatMany(days, 'day'));
