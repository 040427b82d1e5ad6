'use client';
import { Archive, ArchiveRestore, Pencil } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { problemOf } from '@/graphql/problem';
import { Button, IconButton } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, INPUT, TextField } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { UpdateModel } from './model.operations';
import type { Model } from './model-page';

type Props = { model: Pick<Model, 'id' | 'name' | 'tags' | 'note' | 'archivedAt'> };

/** Buttons that edit what is said of a model, and put it out of the way or bring it back. */
export function EditModel({ model }: Props) {
  const [editing, setEditing] = useState(false);
  const [archived, archive] = useMutation(UpdateModel);
  const problem = problemOf(archived.error);
  const isArchived = Boolean(model.archivedAt);
  return (
    <>
      <IconButton
        name={isArchived ? 'Bring back from the archive' : 'Archive'}
        disabled={archived.fetching}
        onClick={() => void archive({ input: { id: model.id, archived: !isArchived } })}
      >
        {isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
      </IconButton>
      <IconButton name="Edit name, tags and note" onClick={() => setEditing(true)}>
        <Pencil aria-hidden />
      </IconButton>
      <Dialog
        open={editing}
        onOpenChange={setEditing}
        title="Edit model"
        description="Names that it is served by stay."
      >
        <EditForm model={model} onSaved={() => setEditing(false)} />
      </Dialog>
      {problem && <ProblemNote problem={problem} className="w-full" />}
    </>
  );
}

function EditForm({ model: { id, ...model }, onSaved }: Props & { onSaved: () => void }) {
  const [name, setName] = useState(model.name);
  const [tags, setTags] = useState(model.tags.join(', '));
  const [note, setNote] = useState(model.note);
  const [saved, save] = useMutation(UpdateModel);
  const problem = problemOf(saved.error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const own = tags
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean);
    const { error } = await save({ input: { id, name, note, tags: own } });
    if (!error) onSaved();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      <TextField label="Name" required value={name} onChange={({ target }) => setName(target.value)} />
      <TextField
        label="Tags"
        hint="Parted by commas; the list of models is filtered by them."
        value={tags}
        onChange={({ target }) => setTags(target.value)}
      />
      <Field label="Note" hint="What others should know of it.">
        {(props) => (
          <textarea
            {...props}
            rows={5}
            value={note}
            onChange={({ target }) => setNote(target.value)}
            className={`${INPUT} h-auto py-1.5`}
          />
        )}
      </Field>
      {problem && <ProblemNote problem={problem} title="It was not saved" />}
      <div>
        <Button look="primary" type="submit" disabled={saved.fetching || name.trim() === ''}>
          {saved.fetching ? 'Saving…' : 'Save'}
        </Button>
      </div>
    </form>
  );
}
