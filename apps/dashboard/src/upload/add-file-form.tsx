'use client';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useEdit } from '@/data/edit/use-edit';
import { WaitingNote } from '@/data/edit/waiting-note';
import { formatBytes } from '@/format/bytes';
import { formatMany } from '@/format/number';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { useSettled } from '@/ui/use-settled';
import { LabelledProgress } from './labelled-progress';
import { FileLookProgress } from './plan/file-look-progress';
import { PlanView } from './plan/plan-view';
import { useFileLook } from './plan/use-file-look';
import { shownName } from './shown-name';

type Props = { file: File; versionId: string; onDone: (number: number) => void };

/** Shows what the examples of a file add to each class, and adds them as the next version of a data set. */
export function AddFileForm({ file, versionId, onDone }: Props) {
  const [className, setClassName] = useState('');
  const [note, setNote] = useState('');
  const look = useFileLook(file, { addTo: { versionId } });
  const { uploadId, plan, lookAgain, state, stop } = look;
  const { edit, saving, making, share, problem } = useEdit(({ number }) => onDone(number));
  const name = className.trim();
  const settled = useSettled(name, 500);
  const looked = useRef('');
  useEffect(() => {
    if (settled === looked.current) return;
    looked.current = settled;
    lookAgain({ addTo: { versionId, class: settled || undefined } });
  });
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (uploadId)
      void edit({
        versionId,
        note: note.trim() || `Added ${shownName(file)}`,
        addFiles: [{ uploadId, class: name || undefined }],
        addClasses: name ? [name] : [],
      });
  };
  const count = (plan?.exampleCount ?? 0) + (plan?.unlabelledCount ?? 0);
  // While it is looked at again the button stays: a class that was typed changes where examples go, not which.
  const ready = uploadId !== null && count > 0 && !saving;
  return (
    <form onSubmit={add} className="space-y-4">
      <p>
        <span className="font-medium break-words">{shownName(file)}</span>{' '}
        <span className="text-muted">({formatBytes(file.size)})</span>
      </p>
      <FileLookProgress look={look} refused="The file cannot be added" />
      {plan && <PlanView plan={plan} />}
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
      <WaitingNote versionId={versionId} />
      {problem && <ProblemNote problem={problem} title="Nothing was added" />}
      {saving && <LabelledProgress label="Add" doing="Adding" share={share} versionId={making} />}
      <div className="flex justify-end gap-2">
        {state.stage === 'sending' && <Button onClick={stop}>Stop</Button>}
        <Button look="primary" type="submit" disabled={!ready}>
          {count > 0 && !plan?.sampled ? `Add ${formatMany(count, 'example')}` : 'Add examples'}
        </Button>
      </div>
    </form>
  );
}
