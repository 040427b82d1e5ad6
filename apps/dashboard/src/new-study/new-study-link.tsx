import { Plus } from 'lucide-react';
import { ButtonLink } from '@/ui/button';

export const NewStudyLink = () => (
  <ButtonLink look="primary" href="/studies/new">
    <Plus aria-hidden />
    New study
  </ButtonLink>
);
