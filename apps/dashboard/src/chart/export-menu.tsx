import { Download } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { IconButton } from '@/ui/button';
import { MENU, MENU_ITEM } from '@/ui/menu';

type Props = {
  title: string;
  formats: readonly { name: string; save: () => void }[];
  /** The figure that may fill the screen: it would hide a menu outside of it. */
  container?: HTMLElement | null;
};

/** The formats that a drawing is saved in. */
export function ExportMenu({ title, formats, container }: Props) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton name={`Export ${title}`}>
          <Download aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={container ?? undefined}>
        <DropdownMenu.Content align="end" sideOffset={4} className={MENU}>
          {formats.map(({ name, save }) => (
            <DropdownMenu.Item key={name} className={MENU_ITEM} onSelect={save}>
              {name}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
