import { Link } from '@/ui/link';
import type { Model } from './model-page';

/** Tags, note, and that it is archived; nothing where there is none of them. */
export function ModelNote({
  model: { tags, note, archivedAt },
}: {
  model: Pick<Model, 'tags' | 'note' | 'archivedAt'>;
}) {
  if (tags.length === 0 && note === '' && !archivedAt) return null;
  return (
    <div className="mb-6 grid max-w-[72ch] gap-2">
      {archivedAt && (
        <p className="text-muted">
          Archived: lists and suggestions leave it out. It still answers by its id and its names.
        </p>
      )}
      {tags.length > 0 && (
        <ul aria-label="Tags" className="flex flex-wrap gap-1.5">
          {tags.map((tag) => (
            <li key={tag} className="rounded border px-1.5">
              <Link href={`/models?tag=${encodeURIComponent(tag)}`} className="hover:text-accent">
                {tag}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {note && <p className="break-words whitespace-pre-line">{note}</p>}
    </div>
  );
}
