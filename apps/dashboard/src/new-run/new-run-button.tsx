import { Plus } from 'lucide-react';
import { IfMaking } from '@/access/if-making';
import { ButtonLink } from '@/ui/button';

/** Leads to a new run, for those who may make one. */
export const NewRunButton = () => (
  <IfMaking>
    <ButtonLink look="primary" href="/runs/new">
      <Plus aria-hidden />
      New run
    </ButtonLink>
  </IfMaking>
);
