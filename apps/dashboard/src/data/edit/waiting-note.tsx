'use client';
import { formatMany } from '@/format/number';
import { useChanges } from './use-changes';

/** Says that changes which wait beside an edit are saved with it; nothing where none wait. */
export function WaitingNote({ versionId }: { versionId: string }) {
  const { changes } = useChanges(versionId);
  if (changes.length === 0) return null;
  const one = changes.length === 1;
  return (
    <p role="status" className="text-muted">
      {formatMany(changes.length, 'change')} on the page of the data set {one ? 'is' : 'are'} not saved yet,
      and {one ? 'is' : 'are'} saved with this.
    </p>
  );
}
