'use client';
import { formatAgo } from '@/format/duration';
import { useNow } from './use-now';

/** A past moment; the exact one on hover. */
export function Ago({ at }: { at: string }) {
  const now = useNow(20_000);
  return (
    <time dateTime={at} title={now === null ? undefined : new Date(at).toLocaleString()}>
      {now === null ? '' : formatAgo(at, now)}
    </time>
  );
}
