'use client';
import { Undo2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { formatMany, formatShare } from '@/format/number';
import { Button, IconButton } from '@/ui/button';
import { INPUT } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { changeText } from './changes';
import type { Changes } from './use-changes';
import { useEdit } from './use-edit';

type Props = {
  versionId: string;
  changes: Changes;
  onSaved: (version: { id: string; number: number }) => void;
};

const AUTHOR = 'kshot-author';

/** The changes that are not saved yet, at the foot of the page: what they are, and Save or Discard. */
export function ChangesBar({ versionId, changes, onSaved }: Props) {
  const { changes: list, undo, discard } = changes;
  const [note, setNote] = useState('');
  const [author, setAuthor] = useState(() => localStorage.getItem(AUTHOR) ?? '');
  const { edit, saving, share, problem } = useEdit(onSaved);
  if (list.length === 0) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    localStorage.setItem(AUTHOR, author.trim());
    void edit({ versionId, note: note.trim(), author: author.trim() || undefined });
  };
  return (
    <section
      aria-label="Changes that are not saved"
      className="sticky bottom-[calc(50px+env(safe-area-inset-bottom))] z-10 lg:bottom-0 mt-6 rounded-t-lg border bg-surface px-4 py-3 shadow-2xl"
    >
      <details>
        <summary className="cursor-pointer font-medium" aria-live="polite">
          {formatMany(list.length, 'change')} not saved
        </summary>
        <ul className="mt-2 max-h-40 overflow-y-auto border-t">
          {list.map((change, i) => (
            // Changes have no id and are only removed.
            <li key={i} className="flex items-center gap-2 border-b py-0.5">
              <span className="min-w-0 flex-1 truncate">{changeText(change)}</span>
              <IconButton name={`Undo: ${changeText(change)}`} disabled={saving} onClick={() => undo(i)}>
                <Undo2 aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      </details>
      <form onSubmit={submit} className="mt-2 flex flex-wrap items-center gap-2">
        <input
          aria-label="Why you make these changes"
          placeholder="Why? Shown in the history."
          value={note}
          maxLength={2000}
          onChange={(event) => setNote(event.target.value)}
          className={`${INPUT} min-w-40 flex-1`}
        />
        <input
          aria-label="Your name"
          placeholder="Your name"
          value={author}
          maxLength={120}
          onChange={(event) => setAuthor(event.target.value)}
          className={`${INPUT} max-w-36`}
        />
        <Button type="button" onClick={discard} disabled={saving}>
          Discard
        </Button>
        <Button look="primary" type="submit" disabled={saving}>
          {saving ? `Saving, ${formatShare(share, 0)}` : 'Save as a new version'}
        </Button>
      </form>
      {problem && <ProblemNote problem={problem} title="Nothing was saved" className="mt-2" />}
    </section>
  );
}
