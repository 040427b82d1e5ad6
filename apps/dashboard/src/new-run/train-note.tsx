'use client';
import { Languages } from 'lucide-react';
import { useQuery } from 'urql';
import { CopyButton } from '@/ui/copy-button';
import { TrainPreviewQuery } from './train.operations';

/** What Train says of the model that it starts from; nothing where there is nothing to say. */
export function TrainNote({ versionId }: { versionId: string }) {
  const [{ data }] = useQuery({
    query: TrainPreviewQuery,
    variables: { versionId },
    requestPolicy: 'cache-and-network',
  });
  const { note, command } = data?.trainPreview ?? {};
  if (!note) return null;
  return (
    <div className="mb-4 flex gap-2 text-muted">
      <Languages className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="min-w-0">
        <p>{note}</p>
        {command && (
          <p className="mt-1 flex flex-wrap items-center gap-2">
            <code className="font-mono text-[12px] break-words text-ink">{command}</code>
            <CopyButton label="Copy the command" look="quiet" text={() => command} />
          </p>
        )}
      </div>
    </div>
  );
}
