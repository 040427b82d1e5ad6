import { formatMany } from '@/format/number';
import type { VersionStatisticsFragment } from '@/generated/graphql';

const SHADES = ['var(--c0)', 'var(--c1)', 'var(--c2)', 'var(--c3)', 'var(--c5)'];

/** Each split as one bar of its parts. */
export function SplitsList({ splits }: { splits: VersionStatisticsFragment['splits'] }) {
  if (splits.length === 0) return <p className="text-muted">This version has no splits.</p>;
  return (
    <ul className="divide-y border-y">
      {splits.map(({ id, name, kind, seed, parts }) => (
        <li key={id} className="py-3">
          <p className="mb-2 flex flex-wrap gap-x-3">
            <span className="font-medium">{name}</span>
            <span className="text-muted">
              by {kind.toLowerCase()}, seed {seed}
            </span>
          </p>
          <div className="flex h-2 gap-px overflow-hidden rounded-full" aria-hidden="true">
            {parts.map((part, index) => (
              <span
                key={part.name}
                style={{ flexGrow: part.exampleCount, background: SHADES[index % SHADES.length] }}
              />
            ))}
          </div>
          <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1">
            {parts.map((part, index) => (
              <li key={part.name} className="flex items-center gap-2">
                <span
                  aria-hidden="true"
                  className="size-2 rounded-full"
                  style={{ background: SHADES[index % SHADES.length] }}
                />
                {part.name}
                <span className="text-muted">
                  {formatMany(part.exampleCount, 'example')},{' '}
                  {formatMany(part.classCount, 'class', 'classes')}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
