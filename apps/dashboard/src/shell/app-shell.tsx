'use client';
import { Search, Users } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { type ReactNode, useCallback, useState } from 'react';
import { IfMaking, LooksOnly } from '@/access/if-making';
import { NewRunButton } from '@/new-run/new-run-button';
import { ProjectSwitcher } from '@/projects/project-switcher';
import { isSharePath } from '@/share/share-path';
import { SIGN_IN } from '@/sign-in/sign-in-path';
import { Button, ButtonLink } from '@/ui/button';
import { Link } from '@/ui/link';
import { DropAnywhere } from '@/upload/drop-anywhere';
import { BackendBadge } from './backend-badge';
import { CommandPalette } from './command-palette';
import { LiveBadge } from './live-badge';
import { Logo } from './logo';
import { Navigation } from './navigation';
import { OperationsPanel } from './operations-panel';
import { SignOut } from './sign-out';
import { ThemeToggle } from './theme-toggle';
import { useShortcuts } from './use-shortcuts';

/** What surrounds every page but those for people who have not signed in. */
export function AppShell({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  return pathname === SIGN_IN || isSharePath(pathname) ? children : <Shell>{children}</Shell>;
}

function Shell({ children }: { children: ReactNode }) {
  const [palette, setPalette] = useState(false);
  useShortcuts(useCallback(() => setPalette(true), []));
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[208px_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:bg-surface focus:p-2"
      >
        Skip to the page
      </a>
      <aside className="sticky top-0 hidden h-dvh flex-col gap-4 border-r px-3 py-3 lg:flex">
        <HomeLink />
        <NewRunButton />
        <Navigation />
        <div className="mt-auto">
          <BackendBadge />
        </div>
      </aside>
      <div className="flex min-w-0 flex-col max-lg:pb-14">
        <div className="sticky top-0 z-30 flex h-12 items-center gap-1 border-b bg-canvas px-4 lg:px-6">
          <span className="lg:hidden">
            <HomeLink />
          </span>
          <Button
            look="quiet"
            onClick={() => setPalette(true)}
            aria-keyshortcuts="Control+K"
            className="max-lg:ml-auto lg:-ml-3"
          >
            <Search aria-hidden />
            <span className="max-sm:sr-only">Search or do</span>
            <kbd className="rounded border px-1 font-sans text-[11px] leading-4 text-faint max-sm:hidden">
              Ctrl K
            </kbd>
          </Button>
          <span className="lg:ml-auto" />
          <ProjectSwitcher />
          <LiveBadge />
          <OperationsPanel />
          <ThemeToggle />
          <ButtonLink look="quiet" href="/access" aria-label="Access" title="Access: accounts and keys">
            <Users aria-hidden />
          </ButtonLink>
          <SignOut />
        </div>
        <ProjectSwitcher narrow />
        <LooksOnly className="border-b px-4 lg:px-8" />
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto w-full max-w-[1320px] flex-1 px-4 py-6 outline-none lg:px-8"
        >
          {children}
        </main>
      </div>
      <div className="fixed inset-x-0 bottom-0 z-30 border-t bg-surface lg:hidden">
        <Navigation narrow />
      </div>
      <IfMaking>
        <DropAnywhere />
      </IfMaking>
      <CommandPalette open={palette} onOpenChange={setPalette} />
    </div>
  );
}

function HomeLink() {
  return (
    <Link
      href="/"
      className="flex h-8 items-center gap-2 px-1 text-[15px] font-semibold tracking-tight"
      aria-label="Kshot, home"
    >
      <Logo />
      Kshot
    </Link>
  );
}
