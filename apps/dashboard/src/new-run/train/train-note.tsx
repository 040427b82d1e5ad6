'use client';
import { Languages } from 'lucide-react';
import { formatDuration } from '@/format/duration';
import { Command } from '@/optional-model/command';
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
      {command && <Command>{command}</Command>}
    </div>
  );
}
