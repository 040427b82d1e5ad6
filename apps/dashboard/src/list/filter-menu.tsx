import { ListFilter } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Button } from '@/ui/button';
import { MENU, MENU_ITEM } from '@/ui/menu';
import { CheckItem } from './check-item';

type Props = {
  label: string;
  choices: { value: string; label: string }[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
  /** At most one choice at a time. */
  single?: boolean;
};

export function FilterMenu({ label, choices, chosen, onChange, single = false }: Props) {
  const names = choices.filter(({ value }) => chosen.includes(value)).map((choice) => choice.label);
  const toggle = (value: string) => {
    if (chosen.includes(value)) return onChange(chosen.filter((each) => each !== value));
    onChange(single ? [value] : [...chosen, value]);
  };
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button className={`max-w-64 ${names.length > 0 ? 'border-accent' : ''}`}>
          <ListFilter aria-hidden />
          <span className="truncate">{names.length > 0 ? `${label}: ${names.join(', ')}` : label}</span>
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="start" sideOffset={4} className={MENU}>
          {choices.map(({ value, label: name }) => (
            <CheckItem
              key={value}
              title={name}
              checked={chosen.includes(value)}
              onToggle={() => toggle(value)}
              closes={single}
            />
          ))}
          {chosen.length > 0 && (
            <DropdownMenu.Item className={`${MENU_ITEM} mt-1 text-muted`} onSelect={() => onChange([])}>
              Show all
            </DropdownMenu.Item>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
