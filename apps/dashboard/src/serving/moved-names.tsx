import type { Model } from '@/models/model-page';
import { Link } from '@/ui/link';
import { calledBy } from './called-by';

/** The names that another model has taken over, with the way to it. */
export function MovedNames({ served }: { served: Model['served'] }) {
  const moved = served.filter(({ isServed }) => !isServed);
  if (moved.length === 0) return null;
  return (
    <ul aria-label="Names that moved on" className="mb-6 max-w-[72ch] space-y-1">
      {moved.map(({ name, alias, version, current }) => (
        <li key={`${name}@${alias}`} className="break-words">
          <span className="font-medium">{calledBy({ name, alias })}</span> now answers by{' '}
          <Link href={`/models/${current.id}`} className="underline underline-offset-2">
            {current.name}
          </Link>
          ; this is its version {version}.
        </li>
      ))}
    </ul>
  );
}
