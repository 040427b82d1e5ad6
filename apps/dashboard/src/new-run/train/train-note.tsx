'use client';
import { Languages } from 'lucide-react';
import { formatDuration } from '@/format/duration';
import { CopyButton } from '@/ui/copy-button';
import { useTrainPreview } from './use-train-preview';

/** What Train will do with a version, how long that takes, and what would suit better. */
export function TrainNote({ versionId }: { versionId: string }) {
  const { plan, seconds, note, command } = useTrainPreview(versionId) ?? {};
  if (!plan) return null;
  return (
    <div className="mb-4 max-w-[80ch] space-y-1 text-muted">
      <p>
        {plan}
        {typeof seconds === 'number' && ` About ${formatDuration(seconds)}.`}
      </p>
      {note && (
        <p className="flex gap-2">
          <Languages className="mt-0.5 size-4 shrink-0" aria-hidden />
          {note}
        </p>
      )}
      {command && (
        <p className="flex flex-wrap items-center gap-2">
          <code className="font-mono text-[12px] break-words text-ink">{command}</code>
          <CopyButton label="Copy the command" look="quiet" text={() => command} />
        </p>
      )}
    </div>
  );
}
