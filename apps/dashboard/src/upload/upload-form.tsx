'use client';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { formatBytes } from '@/format/bytes';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { ACCEPTED } from './accepted';
import { DropZone } from './drop-zone';
import { nameOfFile } from './name-of-file';
import { ImportDataSet } from './upload.operations';
import { UploadProgress } from './upload-progress';
import { useUpload } from './use-upload';

type Props = {
  file: File;
  of: { id: string; name: string } | null;
  onOther: (file: File) => void;
  onDone: (dataSetId: string) => void;
};

export function UploadForm({ file, of, onOther, onDone }: Props) {
  const [name, setName] = useState(of?.name ?? nameOfFile(file.name));
  const [description, setDescription] = useState('');
  const [labelColumn, setLabelColumn] = useState('');
  const [textColumn, setTextColumn] = useState('');
  const [testPercent, setTestPercent] = useState('20');
  const isTable = !/\.zip$/i.test(file.name);
  const percent = Number(testPercent);
  const badPercent = !(testPercent.trim() !== '' && percent >= 0 && percent <= 90);
  const about = {
    name: name.trim(),
    description: description.trim() || undefined,
    dataSetId: of?.id,
    labelColumn: labelColumn.trim() || undefined,
    textColumn: textColumn.trim() || undefined,
    testShare: percent / 100,
  };
  const [, importDataSet] = useMutation(ImportDataSet);
  const { state, send, stop } = useUpload(async (uploadId) => {
    const { data, error } = await importDataSet({ input: { uploadId, ...about } });
    return { id: data?.importDataSet.dataSet.id, error };
  });
  const busy = state.stage !== 'ready';
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
        accept={ACCEPTED}
        onFile={onOther}
      />
      {!of && (
        <>
          <TextField label="Name" required value={name} onChange={(event) => setName(event.target.value)} />
          <TextField
            label="Description"
            hint="Optional: what the examples are and where they come from."
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </>
      )}
      <div className="grid gap-4 sm:grid-cols-3">
        {isTable && (
          <>
            <TextField
              label="Label column"
              placeholder="label"
              hint="Holds the class."
              value={labelColumn}
              onChange={(event) => setLabelColumn(event.target.value)}
            />
            <TextField
              label="Text column"
              placeholder="found by itself"
              hint="Where examples are texts."
              value={textColumn}
              onChange={(event) => setTextColumn(event.target.value)}
            />
          </>
        )}
        <TextField
          label="Test part, %"
          inputMode="decimal"
          error={badPercent ? 'Between 0 and 90.' : null}
          hint="Kept for the test, unless the file names its parts."
          value={testPercent}
          onChange={(event) => setTestPercent(event.target.value)}
        />
      </div>
      <UploadProgress state={state} starting="Starting the import…" />
      <div className="flex justify-end gap-2">
        {state.stage === 'sending' && <Button onClick={stop}>Stop</Button>}
        <Button look="primary" type="submit" disabled={busy || badPercent || name.trim() === ''}>
          Import
        </Button>
      </div>
    </form>
  );
}
