import type { ReactNode } from 'react';

export type Figure = { name: string; value: ReactNode; under?: ReactNode };

/** A row of numbers that matter, each with its name. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <dl className="mb-6 grid grid-cols-2 gap-x-6 gap-y-4 border-t pt-3 sm:flex sm:flex-wrap sm:gap-x-10">
      {figures.map(({ name, value, under }) => (
        <div key={name} className="min-w-0">
          <dt className="text-[12px] text-muted">{name}</dt>
          <dd className="truncate text-[15px] leading-6 font-semibold">{value}</dd>
          {under && <dd className="text-[12px] text-muted">{under}</dd>}
        </div>
      ))}
    </dl>
  );
}
