'use client';
import { useQuery } from 'urql';
import { modalityLook } from '@/data/modality';
import { formatBytes } from '@/format/bytes';
import { Link } from '@/ui/link';
import { StartersQuery } from './model.operations';

/** What each model that came with Kshot is for, its size and terms, and how good and fast it was measured. */
export function Starters() {
  const [{ data }] = useQuery({ query: StartersQuery });
  const starters = data?.models.nodes ?? [];
  if (starters.length === 0) return null;
  return (
    <details className="mb-3 rounded border px-3 py-2">
      <summary className="cursor-pointer font-medium">
        {starters.length} starters came with Kshot: what each is for
      </summary>
      <ul className="my-3 grid gap-4">
        {starters.map(({ id, name, bytes, licence, note, input }) => (
          <li key={id} className="max-w-[80ch]">
            <Link href={`/models/${id}`} className="font-medium hover:text-accent">
              {name}
            </Link>
            <span className="text-muted">
              {' '}
              {[modalityLook(input.modality).one, formatBytes(bytes), licence].filter(Boolean).join(', ')}
            </span>
            <p className="break-words text-muted">{note}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
