'use client';
import { useEffect, useState } from 'react';
import { formatMany } from '@/format/number';
import type { VersionStatisticsFragment } from '@/generated/graphql';
import { AddTexts } from '@/sub-model/add-texts';
import { TryRow } from '@/try/try-row';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { TextField } from '@/ui/field';
import { DropZone } from '@/upload/drop-zone';
import { Camera } from './camera';
import type { Change, NewExample } from './changes';

type Props = {
  version: VersionStatisticsFragment;
  /** The class that gets examples; empty for a new one; null closes the window. */
  name: string | null;
  onChange: (change: Change) => void;
  onClose: () => void;
};

/** Adds examples to a class: dropped, pasted, photographed, typed. */
export function AddDialog({ version, name, onChange, onClose }: Props) {
  return (
    <Dialog
      open={name !== null}
      onOpenChange={onClose}
      title={name ? `Add examples to ${name}` : 'New class'}
      description="Nothing is stored before you save."
    >
      {name !== null && <AddForm version={version} name={name} onChange={onChange} onClose={onClose} />}
    </Dialog>
  );
}

function AddForm({ version, name: given, onChange, onClose }: Props & { name: string }) {
  const [name, setName] = useState(given);
  const [examples, setExamples] = useState<NewExample[]>([]);
  const add = (...more: NewExample[]) => setExamples((before) => [...before, ...more]);
  const addFile = (file: File) => add({ kind: 'file', file, url: URL.createObjectURL(file) });
  const finish = () => {
    onChange({ kind: 'ADD', class: name.trim(), examples });
    onClose();
  };
  usePastedImages(version.modality === 'IMAGE', addFile);
  return (
    <div className="space-y-4">
      {given === '' && (
        <TextField
          label="Name of the class"
          value={name}
          maxLength={255}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      {version.modality === 'IMAGE' && (
        <>
          <DropZone
            compact
            multiple
            label="Drop or paste pictures here, or choose some"
            hint="Each is one example."
            accept="image/*"
            onFile={addFile}
          />
          <Camera onPhoto={addFile} />
        </>
      )}
      {version.modality === 'TEXT' && (
        <AddTexts onAdd={({ input }) => add({ kind: 'input', input, text: input.text ?? '' })} />
      )}
      {version.modality === 'TABLE' && (
        <TryRow
          columns={version.columns ?? []}
          verb="Add row"
          onInput={(input) => input && add({ kind: 'input', input, text: rowText(input.row ?? []) })}
        />
      )}
      <Added examples={examples} />
      <div className="flex justify-end">
        <Button look="primary" disabled={examples.length === 0 || name.trim() === ''} onClick={finish}>
          {examples.length > 0 ? `Add ${formatMany(examples.length, 'example')}` : 'Add'}
        </Button>
      </div>
    </div>
  );
}

const rowText = (row: readonly { column: string; value?: string | null }[]): string =>
  row.map(({ column, value }) => `${column} ${value ?? '–'}`).join(', ');

function Added({ examples }: { examples: NewExample[] }) {
  return (
    <ul aria-label="Examples to add" className="flex flex-wrap gap-2">
      {examples.map((example, i) => (
        // Examples that are not saved have no id and are only appended.
        <li key={i} className="max-w-full">
          {example.kind === 'file' ? (
            <img src={example.url} alt={example.file.name} className="size-14 rounded border object-cover" />
          ) : (
            <span className="block truncate rounded border px-2 py-1">{example.text}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function usePastedImages(active: boolean, onFile: (file: File) => void): void {
  useEffect(() => {
    if (!active) return;
    const paste = ({ clipboardData }: ClipboardEvent) => {
      for (const file of clipboardData?.files ?? []) if (file.type.startsWith('image/')) onFile(file);
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  });
}
