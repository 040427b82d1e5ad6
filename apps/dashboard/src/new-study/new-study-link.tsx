import { Plus } from 'lucide-react';
import { IfMaking } from '@/access/if-making';
import { ButtonLink } from '@/ui/button';

export const NewStudyLink = () => (
  <IfMaking>
    <ButtonLink look="primary" href="/studies/new">
      <Plus aria-hidden />
      New study
    </ButtonLink>
  </IfMaking>
);
