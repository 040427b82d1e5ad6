import { Fragment, type ReactNode } from 'react';

export type Fact = { name: string; value: ReactNode; strong?: boolean };

/** Names and values in two columns. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="grid grid-cols-[minmax(0,max-content)_minmax(0,1fr)] gap-x-6 gap-y-1.5">
      {facts.map(({ name, value, strong }) => (
        <Fragment key={name}>
          <dt className="text-muted">{name}</dt>
          <dd className={`min-w-0 break-words ${strong ? 'font-semibold' : ''}`}>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
