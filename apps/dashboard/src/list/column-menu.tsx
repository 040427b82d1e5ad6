import { Columns3 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Button } from '@/ui/button';
import { MENU } from '@/ui/menu';
import { CheckItem } from './check-item';

type Props = {
  columns: { key: string; title: string }[];
  shown: string[];
  onChange: (shown: string[]) => void;
};

/** Which columns to show; the first one always stays. */
export function ColumnMenu({ columns, shown, onChange }: Props) {
  const toggle = (key: string) =>
    onChange(columns.map((each) => each.key).filter((each) => (each === key) !== shown.includes(each)));
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button>
          <Columns3 aria-hidden />
          Columns
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} className={MENU}>
          {columns.slice(1).map(({ key, title }) => (
            <CheckItem key={key} title={title} checked={shown.includes(key)} onToggle={() => toggle(key)} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
