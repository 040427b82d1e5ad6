import { type ReactNode, useId } from 'react';

type Props = { title: string; actions?: ReactNode; children: ReactNode; className?: string };

/** A titled part of a page: a hairline above, no box. */
export function Section({ title, actions, children, className = '' }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`min-w-0 border-t pt-4 pb-8 ${className}`}>
      <div className="mb-3 flex min-h-8 flex-wrap items-center justify-between gap-2">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
