import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { MENU_ITEM } from '@/ui/menu';

type Props = { title: string; checked: boolean; onToggle: () => void; closes?: boolean };

/** A line of a menu that is switched on and off; the menu stays open unless a choice closes it. */
export function CheckItem({ title, checked, onToggle, closes = false }: Props) {
  return (
    <DropdownMenu.CheckboxItem
      checked={checked}
      onCheckedChange={onToggle}
      onSelect={(event) => closes || event.preventDefault()}
      className={MENU_ITEM}
    >
      <span className="w-4">
        <DropdownMenu.ItemIndicator>
          <Check className="size-4 text-accent" aria-hidden />
        </DropdownMenu.ItemIndicator>
      </span>
      {title}
    </DropdownMenu.CheckboxItem>
  );
}
