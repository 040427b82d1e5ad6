'use client';
import { Command } from 'cmdk';
import { Activity, Boxes, Database, Moon, Plus, Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Dialog } from 'radix-ui';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useQuery } from 'urql';
import { IfMaking } from '@/access/if-making';
import { problemOf } from '@/graphql/problem';
import { PaletteQuery } from './palette.operations';
import { ALL_PLACES } from './places';
import { chooseTheme } from './theme';

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

/** Ctrl-K: every page, action and thing by its name. */
export function CommandPalette({ open, onOpenChange }: Props) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40 dark:bg-black/60" />
        <Dialog.Content className="fixed inset-x-3 top-[12vh] z-50 mx-auto max-w-xl overflow-hidden rounded-xl border bg-surface shadow-2xl">
          <Dialog.Title className="sr-only">Command palette</Dialog.Title>
          <Dialog.Description className="sr-only">
            Type to find a page, a data set, a run or a model.
          </Dialog.Description>
          <Commands close={() => onOpenChange(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Commands({ close }: { close: () => void }) {
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const search = useDeferredValue(wanted);
  const [{ data, error, fetching }] = useQuery({
    query: PaletteQuery,
    variables: { search },
    pause: search === '',
  });
  const found = search === '' ? undefined : data;
  const isSearching = wanted !== '' && (fetching || search !== wanted);
  const go = (href: string) => () => {
    close();
    router.push(href);
  };
  return (
    <Command label="Command palette" loop>
      <div className="flex items-center gap-2 border-b px-4">
        <Search className="size-4 text-faint" aria-hidden />
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          placeholder="Go to, find, do…"
          className="h-12 w-full bg-transparent text-[15px] outline-none"
        />
      </div>
      <Command.List className="max-h-[50vh] overflow-y-auto p-2">
        {isSearching ? (
          <Command.Loading label="Searching" className="px-3 py-2 text-muted">
            Searching…
          </Command.Loading>
        ) : (
          <Command.Empty className="px-3 py-6 text-center text-muted">
            {error ? problemOf(error)?.message : 'No matches.'}
          </Command.Empty>
        )}
        <Group heading="Do">
          <IfMaking>
            <Item icon={<Plus />} onSelect={go('/runs/new')} text="New run" />
            <Item icon={<Database />} onSelect={go('/data?upload=1')} text="Upload data" />
          </IfMaking>
          {(['light', 'dark', 'system'] as const).map((theme) => (
            <Item key={theme} icon={<Moon />} onSelect={() => chooseTheme(theme)} text={`Theme: ${theme}`} />
          ))}
        </Group>
        <Group heading="Go to">
          {ALL_PLACES.map(({ href, title, icon: Icon }) => (
            <Item key={href} icon={<Icon />} onSelect={go(href)} text={title} />
          ))}
        </Group>
        <Found heading="Data sets" base="/data" icon={<Database />} nodes={found?.dataSets.nodes} go={go} />
        <Found heading="Runs" base="/runs" icon={<Activity />} nodes={found?.runs.nodes} go={go} />
        <Found heading="Models" base="/models" icon={<Boxes />} nodes={found?.models.nodes} go={go} />
      </Command.List>
    </Command>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-[12px] [&_[cmdk-group-heading]]:text-faint"
    >
      {children}
    </Command.Group>
  );
}

type ItemProps = { icon: ReactNode; text: string; value?: string; onSelect: () => void };

function Item({ icon, text, value, onSelect }: ItemProps) {
  return (
    <Command.Item
      value={value ?? text}
      onSelect={onSelect}
      className="flex h-9 cursor-pointer items-center gap-3 rounded-md px-3 data-[selected=true]:bg-sunken [&_svg]:size-4 [&_svg]:text-muted"
    >
      {icon}
      <span className="truncate">{text}</span>
    </Command.Item>
  );
}

type FoundProps = {
  heading: string;
  base: string;
  icon: ReactNode;
  nodes: { id: string; name: string }[] | undefined;
  go: (href: string) => () => void;
};

function Found({ heading, base, icon, nodes, go }: FoundProps) {
  if (!nodes?.length) return null;
  return (
    <Group heading={heading}>
      {nodes.map(({ id, name }) => (
        <Item key={id} icon={icon} value={`${name} ${id}`} text={name} onSelect={go(`${base}/${id}`)} />
      ))}
    </Group>
  );
}
