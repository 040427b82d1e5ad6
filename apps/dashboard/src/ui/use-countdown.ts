import { useEffect, useState } from 'react';

/** Seconds left as they run out between two reports of them; a report may make them fewer, not more. */
export function useCountdown(reported: number | null): number | null {
  const [left, setLeft] = useState(reported);
  useEffect(() => {
    if (reported === null) return;
    setLeft((before) => Math.min(before ?? reported, reported));
    const timer = setInterval(() => setLeft((before) => Math.max(0, (before ?? 0) - 1)), 1000);
    return () => clearInterval(timer);
  }, [reported]);
  return left;
}
