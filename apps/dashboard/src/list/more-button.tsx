import { Button } from '@/ui/button';
import type { Pages } from './use-pages';

type Props = { pages: Pages<unknown>; what?: string; quiet?: boolean };

/** Loads the next page of a list, where there is one. */
export function MoreButton({ pages, what = '', quiet = false }: Props) {
  if (!pages.hasMore) return null;
  return (
    <Button
      onClick={pages.loadMore}
      {...(quiet ? { look: 'quiet', className: 'mt-2 -ml-3' } : { className: 'mt-4' })}
    >
      Show more {what}
    </Button>
  );
}
