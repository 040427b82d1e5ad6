'use client';
import { type FormEvent, useState } from 'react';
import { formatMany } from '@/format/number';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { TextField } from '@/ui/field';
import type { Change } from './changes';
import { ClassPicker } from './class-picker';

type Props = {
  versionId: string;
  /** The class as it is called now; null closes the window. */
  name: string | null;
  count: number;
  onChange: (change: Change) => void;
  onClose: () => void;
};

/** Renames, merges or deletes a class. */
export function ClassDialog({ versionId, name, count, onChange, onClose }: Props) {
  const make = (change: Change) => {
    onChange(change);
    onClose();
  };
  return (
    <Dialog
      open={name !== null}
      onOpenChange={onClose}
      title={`Class ${name}`}
      description={`${formatMany(count, 'example')}. Nothing is stored before you save.`}
    >
      {name !== null && (
        <div className="space-y-6">
          <Rename
            key={name}
            name={name}
            onRename={(next) => make({ kind: 'RENAME', class: name, name: next })}
          />
          <div>
            <h3 className="mb-1 font-medium">Merge into another class</h3>
            <ClassPicker
              versionId={versionId}
              label="Other class"
              verb="Merge"
              onPick={(into) => into !== name && make({ kind: 'MERGE', class: name, into })}
            />
          </div>
          <div>
            <h3 className="mb-1 font-medium">Delete with all its examples</h3>
            <Button look="danger" onClick={() => make({ kind: 'REMOVE_CLASS', class: name })}>
              Delete class
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function Rename({ name, onRename }: { name: string; onRename: (name: string) => void }) {
  const [next, setNext] = useState(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next.trim() !== '' && next.trim() !== name) onRename(next.trim());
  };
  return (
    <form onSubmit={submit} className="flex items-end gap-2">
      <TextField
        label="Name"
        value={next}
        maxLength={255}
        onChange={(event) => setNext(event.target.value)}
      />
      <Button type="submit" className="mb-5" disabled={next.trim() === '' || next.trim() === name}>
        Rename
      </Button>
    </form>
  );
}
