import { Image as ImageIcon, Type } from 'lucide-react';
import { Button } from '@/ui/button';

type Kind = 'IMAGE' | 'TEXT';
type Props = { kind: Kind; onKind: (kind: Kind) => void };

const KINDS = [
  { key: 'IMAGE', title: 'Photos', icon: ImageIcon },
  { key: 'TEXT', title: 'Texts', icon: Type },
] as const;

/** What is taught from nothing. */
export const KindChoice = ({ kind, onKind }: Props) => (
  <fieldset className="mb-5 flex gap-2">
    <legend className="sr-only">What to teach</legend>
    {KINDS.map(({ key, title, icon: Icon }) => (
      <Button
        key={key}
        look={kind === key ? 'primary' : 'plain'}
        aria-pressed={kind === key}
        onClick={() => onKind(key)}
      >
        <Icon aria-hidden />
        {title}
      </Button>
    ))}
  </fieldset>
);
