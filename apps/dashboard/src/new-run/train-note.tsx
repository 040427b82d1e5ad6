'use client';
import { Languages } from 'lucide-react';
import { useQuery } from 'urql';
import { TrainPreviewQuery } from './train.operations';

/** What Train says of the model that it starts from; nothing where there is nothing to say. */
export function TrainNote({ versionId }: { versionId: string }) {
  const [{ data }] = useQuery({
    query: TrainPreviewQuery,
    variables: { versionId },
    requestPolicy: 'cache-and-network',
  });
  const note = data?.trainPreview.note;
  if (!note) return null;
  return (
    <p className="mb-4 flex max-w-[80ch] gap-2 text-muted">
      <Languages className="mt-0.5 size-4 shrink-0" aria-hidden />
      <span className="min-w-0 break-words">{note}</span>
    </p>
  );
}
