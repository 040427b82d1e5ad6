import { SearchX } from 'lucide-react';
import { ButtonLink } from '../button';
import { EmptyState } from '../empty-state';

/** For an address whose thing is gone or never was. */
export function MissingPage({ what, list }: { what: string; list: string }) {
  return (
    <EmptyState
      icon={SearchX}
      title={`There is no such ${what}`}
      text={`The ${what} was deleted, or the address is wrong.`}
      action={
        <ButtonLink look="primary" href={list}>
          See all
        </ButtonLink>
      }
    />
  );
}
