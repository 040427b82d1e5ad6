import { useEffect } from 'react';

type Props = { rows: readonly unknown[]; hasMore: boolean; loadMore: () => void };

/** Asks for more rows once the last one in view is so near the end of those that are there. */
export function useLoadMore({ rows, hasMore, loadMore }: Props, lastShown: number, margin: number): void {
  useEffect(() => {
    if (hasMore && lastShown >= rows.length - margin) loadMore();
  }, [hasMore, lastShown, margin, rows.length, loadMore]);
}
