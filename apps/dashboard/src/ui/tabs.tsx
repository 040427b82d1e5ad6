'use client';
import { Tabs as Radix } from 'radix-ui';
import { type ReactNode, useEffect, useRef } from 'react';

export type Tab = { key: string; title: string; content: ReactNode };

type Props = { tabs: Tab[]; value: string; onChange: (key: string) => void };

export function Tabs({ tabs, value, onChange }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const known = tabs.some((tab) => tab.key === value) ? value : (tabs[0]?.key ?? '');
  // Of many tabs on a narrow page the chosen one is brought into view, without moving the page itself.
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>(`[id$="-trigger-${CSS.escape(known)}"]`);
    if (chosen && list.current) list.current.scrollLeft = chosen.offsetLeft - list.current.offsetLeft - 16;
  }, [known]);
  return (
    <Radix.Root value={known} onValueChange={onChange}>
      <Radix.List ref={list} className="mb-4 flex gap-2 overflow-x-auto border-b">
        {tabs.map(({ key, title }) => (
          <Radix.Trigger
            key={key}
            value={key}
            className="h-9 shrink-0 border-b-2 px-1.5 outline-offset-[-3px] border-transparent text-muted hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink"
          >
            {title}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map(({ key, content }) => (
        <Radix.Content key={key} value={key}>
          {content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
