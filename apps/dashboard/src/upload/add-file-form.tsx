'use client';
import { type FormEvent, useState } from 'react';
import { useClient } from 'urql';
import { EditVersion } from '@/data/edit/edit.operations';
import { formatBytes } from '@/format/bytes';
import { type Problem, problemOf } from '@/graphql/problem';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { sendFile } from './send-file';

type Props = { file: File; versionId: string; onDone: (number: number) => void };

/** Adds the examples of a file to a data set, as its next version. */
export function AddFileForm({ file, versionId, onDone }: Props) {
  const client = useClient();
  const [className, setClassName] = useState('');
  const [note, setNote] = useState('');
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    setShare(0);
    try {
      const uploadId = await sendFile(client, file, setShare);
      const name = className.trim();
      const input = {
        versionId,
        note: note.trim() || `Added ${file.name}`,
        addFiles: [{ uploadId, class: name || undefined }],
        addClasses: name ? [name] : [],
      };
      const { data, error } = await client.mutation(EditVersion, { input }).toPromise();
      if (data) onDone(data.editVersion.number);
      else setProblem(problemOf(error));
    } catch (error) {
      setProblem(error as Problem);
    } finally {
      setShare(null);
    }
  };
  return (
    <form onSubmit={(event) => void add(event)} className="space-y-4">
      <p>
        <span className="font-medium break-words">{file.name}</span>{' '}
        <span className="text-muted">({formatBytes(file.size)})</span>
      </p>
      <TextField
        label="Class of all examples"
        hint="Empty: each has the class of its folder or of the label column. Those without one are kept as unlabelled."
        value={className}
        maxLength={255}
        onChange={(event) => setClassName(event.target.value)}
      />
      <TextField
        label="Why"
        hint="Optional; shown in the history."
        value={note}
        maxLength={2000}
        onChange={(event) => setNote(event.target.value)}
      />
      {problem && <ProblemNote problem={problem} title="Nothing was added" />}
      <div className="flex justify-end">
        <Button look="primary" type="submit" disabled={share !== null}>
          {share === null ? 'Add examples' : `Sending, ${Math.round(100 * share)} %`}
        </Button>
      </div>
    </form>
  );
}
