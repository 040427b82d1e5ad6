'use client';
import { Cpu, TriangleAlert } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useQuery } from 'urql';
import { formatMany } from '@/format/number';
import { ServerQuery } from './server.operations';

/** Which engine computes here; loud when it is the slow one. */
export function BackendBadge() {
  const [{ data }] = useQuery({ query: ServerQuery });
  if (!data) return null;
  const { name, version, threads, native, reason } = data.server.backend;
  const Icon = native ? Cpu : TriangleAlert;
  const look = native ? 'text-muted hover:bg-sunken' : 'bg-warn-soft font-medium text-warn';
  return (
    <Popover.Root>
      <Popover.Trigger
        className={`flex h-8 max-w-full items-center gap-2 rounded-md px-2.5 text-left ${look}`}
      >
        <Icon className="size-4 shrink-0" aria-hidden />
        <span className="truncate">{native ? 'Native backend' : 'Slow: pure JavaScript'}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          sideOffset={8}
          collisionPadding={12}
          className="z-50 w-80 max-w-[calc(100vw-24px)] rounded-lg border bg-surface p-4 shadow-xl"
        >
          <p className="font-medium">
            {name} {version}, {formatMany(threads, 'thread')}
          </p>
          <p className="mt-2 break-words text-muted">{reason}</p>
          <p className="mt-2 text-[12px] text-faint">Kshot {data.server.version}</p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
