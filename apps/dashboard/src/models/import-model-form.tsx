'use client';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { formatBytes } from '@/format/bytes';
import type { PixelScale } from '@/generated/graphql';
import { Button } from '@/ui/button';
import { Field, INPUT, TextField } from '@/ui/field';
import { Select } from '@/ui/select';
import { DropZone } from '@/upload/drop-zone';
import { nameOfFile } from '@/upload/name-of-file';
import { ImportModel } from '@/upload/upload.operations';
import { UploadProgress } from '@/upload/upload-progress';
import { useUpload } from '@/upload/use-upload';

/** What the file chooser offers; the server has the last word. */
export const MODEL_FILES = '.safetensors,.h5,.hdf5,.keras,.zip';

const SCALES: { value: PixelScale; title: string }[] = [
  { value: 'BYTES', title: '0 to 255, or the model rescales by itself' },
  { value: 'ZERO_TO_ONE', title: '0 to 1' },
  { value: 'MINUS_ONE_TO_ONE', title: '−1 to 1' },
];

type Props = { file: File; onOther: (file: File) => void; onDone: (modelId: string) => void };

export function ImportModelForm({ file, onOther, onDone }: Props) {
  const [name, setName] = useState(nameOfFile(file.name));
  const [typed, setTyped] = useState('');
  const [pixels, setPixels] = useState<PixelScale>('BYTES');
  const [, importModel] = useMutation(ImportModel);
  const classes = typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const { state, send, stop } = useUpload(async (uploadId) => {
    const named = classes.length > 0 ? { classes } : {};
    const { data, error } = await importModel({ input: { uploadId, name: name.trim(), pixels, ...named } });
    return { id: data?.importModel.id, error };
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const id = await send(file);
    if (id) onDone(id);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-4">
      <DropZone
        compact
        label={file.name}
        hint={`${formatBytes(file.size)}. Drop or choose another to replace it.`}
        accept={MODEL_FILES}
        onFile={onOther}
      />
      <TextField label="Name" required value={name} onChange={(event) => setName(event.target.value)} />
      <Field
        label="Classes"
        hint="Optional: one a line, in the order of the model's outputs. Without them they are numbered. A file of Kshot holds its own."
      >
        {(props) => (
          <textarea
            {...props}
            rows={4}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className={`${INPUT} h-auto py-2`}
          />
        )}
      </Field>
      <Field label="Pixels" hint="How a model of pictures wants its values; others pass it over.">
        {(props) => (
          <Select
            {...props}
            className="w-full"
            value={pixels}
            onChange={(event) => setPixels(event.target.value as PixelScale)}
          >
            {SCALES.map(({ value, title }) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <UploadProgress state={state} starting="Reading the model…" />
      <div className="flex justify-end gap-2">
        {state.stage === 'sending' && <Button onClick={stop}>Stop</Button>}
        <Button look="primary" type="submit" disabled={state.stage !== 'ready' || name.trim() === ''}>
          Add
        </Button>
      </div>
    </form>
  );
}
