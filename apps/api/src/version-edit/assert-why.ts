import { bad } from './bad.js';

/** Why a version is made and by whom, as stored. Throws BAD_INPUT where they are too long. */
export function assertWhy({
  note,
  author,
}: {
  readonly note: string;
  readonly author?: string | null | undefined;
}): { note: string; author: string | null } {
  if (note.trim().length > 2000) throw bad('`note` has more than 2000 characters. Shorten it.');
  if ((author ?? '').trim().length > 120) throw bad('`author` has more than 120 characters. Shorten it.');
  return { note: note.trim(), author: author?.trim() || null };
}
