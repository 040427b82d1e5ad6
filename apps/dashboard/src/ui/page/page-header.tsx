import type { ReactNode } from 'react';

type Props = { title: ReactNode; under?: ReactNode; actions?: ReactNode };

export function PageHeader({ title, under, actions }: Props) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-xl leading-7 font-semibold tracking-tight">
          {title}
        </h1>
        {under && <div className="mt-1 max-w-[72ch] text-muted">{under}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
