'use client';
import { TriangleAlert } from 'lucide-react';
import { useQuery } from 'urql';
import { ServerQuery } from '@/shell/server.operations';

/** The slow fallback is never silent. */
export function BackendWarning() {
  const [{ data }] = useQuery({ query: ServerQuery });
  if (!data || data.server.backend.native) return null;
  return (
    <div role="alert" className="mb-6 flex gap-3 rounded-lg bg-warn-soft px-4 py-3">
      <TriangleAlert className="mt-0.5 size-4 shrink-0 text-warn" aria-hidden />
      <div className="min-w-0">
        <p className="font-medium">
          Training here runs in pure JavaScript, many times slower than the native backend.
        </p>
        <p className="mt-1 break-words text-muted">{data.server.backend.reason}</p>
      </div>
    </div>
  );
}
