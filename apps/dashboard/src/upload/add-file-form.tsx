'use client';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useEdit } from '@/data/edit/use-edit';
import { formatBytes } from '@/format/bytes';
import { formatMany, formatShare } from '@/format/number';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { ProgressBar } from '@/ui/progress-bar';
import { PlanView } from './plan-view';
import { UploadProgress } from './upload-progress';
import { useInspection } from './use-inspection';
import { useUpload } from './use-upload';

type Props = { file: File; versionId: string; onDone: (number: number) => void };

/** Shows what the examples of a file add to each class, and adds them as the next version of a data set. */
export function AddFileForm({ file, versionId, onDone }: Props) {
  const [uploadId, setUploadId] = useState<string | null>(null);
  const [className, setClassName] = useState('');
  const [note, setNote] = useState('');
  const { look, plan, looking, problem: unreadable } = useInspection();
  const { edit, saving, share, problem } = useEdit(({ number }) => onDone(number));
  const { state, send, stop } = useUpload((id) => {
    setUploadId(id);
    return look({ uploadId: id, addTo: { versionId } });
  });
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    void send(file);
  });
  const name = className.trim();
  const lookAgain = () => uploadId && void look({ uploadId, addTo: { versionId, class: name || undefined } });
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (uploadId)
      void edit(() => ({
        versionId,
        note: note.trim() || `Added ${file.name}`,
        addFiles: [{ uploadId, class: name || undefined }],
        addClasses: name ? [name] : [],
      }));
  };
  const count = (plan?.exampleCount ?? 0) + (plan?.unlabelledCount ?? 0);
  const ready = uploadId !== null && plan !== null && count > 0 && !looking && !unreadable && !saving;
  return (
    <form onSubmit={add} className="space-y-4">
      <p>
        <span className="font-medium break-words">{file.name}</span>{' '}
        <span className="text-muted">({formatBytes(file.size)})</span>
      </p>
      <UploadProgress state={state} starting="Looking at the file…" />
      {state.stage === 'ready' && looking && (
        <p className="text-muted" aria-live="polite">
          Looking at the file…
        </p>
      )}
      {unreadable && <ProblemNote problem={unreadable} title="The file cannot be added" />}
      {plan && !unreadable && <PlanView plan={plan} />}
      <TextField
        label="Class of all examples"
        hint="Empty: each has the class of its folder or of the label column. Those without one are kept as unlabelled."
        value={className}
        maxLength={255}
        onChange={(event) => setClassName(event.target.value)}
        onBlur={lookAgain}
      />
      <TextField
        label="Why"
        hint="Optional; shown in the history."
        value={note}
        maxLength={2000}
        onChange={(event) => setNote(event.target.value)}
      />
      {problem && <ProblemNote problem={problem} title="Nothing was added" />}
      {saving && (
        <div aria-live="polite">
          <p className="mb-1.5 text-muted">Adding, {formatShare(share, 0)}</p>
          <ProgressBar label="Add" share={share} />
        </div>
      )}
      <div className="flex justify-end gap-2">
        {state.stage === 'sending' && <Button onClick={stop}>Stop</Button>}
        <Button look="primary" type="submit" disabled={!ready}>
          {count > 0 && !plan?.sampled ? `Add ${formatMany(count, 'example')}` : 'Add examples'}
        </Button>
      </div>
    </form>
  );
}
