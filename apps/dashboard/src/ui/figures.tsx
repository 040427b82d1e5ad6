import type { ReactNode } from 'react';

/** A number with its interval, and what it does not hold for. */
export type Figure = { name: string; value: ReactNode; under?: ReactNode; but?: ReactNode };

/** A row of numbers that matter, each with its name. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <dl className="mb-6 grid grid-cols-2 gap-x-6 gap-y-4 border-t pt-3 sm:flex sm:flex-wrap sm:gap-x-10">
      {figures.map(({ name, value, under, but }) => (
        <div key={name} className="min-w-0">
          <dt className="text-[12px] text-muted">{name}</dt>
          <dd className="truncate text-[15px] leading-6 font-semibold">{value}</dd>
          {under && <dd className="text-[12px] text-muted">{under}</dd>}
          {but && <dd className="max-w-64 text-[12px] font-medium text-warn">{but}</dd>}
        </div>
      ))}
    </dl>
  );
}
