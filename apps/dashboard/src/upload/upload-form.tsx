'use client';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { formatBytes } from '@/format/bytes';
import { formatShare } from '@/format/number';
import type { ColumnRole, ImportPlanInput } from '@/generated/graphql';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { ProgressBar } from '@/ui/progress-bar';
import { ACCEPTED } from './accepted';
import { DropZone } from './drop-zone';
import { nameOfFile } from './name-of-file';
import { PlanView } from './plan-view';
import { UploadProgress } from './upload-progress';
import { useImport } from './use-import';
import { useInspection } from './use-inspection';
import { useUpload } from './use-upload';

type Props = {
  file: File;
  of: { id: string; name: string } | null;
  onOther: (file: File) => void;
  onDone: (dataSetId: string) => void;
};

/** Sends a file, shows how it was understood, and imports it. What was typed stays when an import fails. */
export function UploadForm({ file, of, onOther, onDone }: Props) {
  const [name, setName] = useState(of?.name ?? nameOfFile(file.name));
  const [description, setDescription] = useState('');
  const [testPercent, setTestPercent] = useState('20');
  const [choices, setChoices] = useState<ImportPlanInput>({});
  const [uploadId, setUploadId] = useState<string | null>(null);
  const { look, plan, looking, problem: unreadable } = useInspection();
  const { state, send, stop } = useUpload((id) => {
    setUploadId(id);
    return look({ uploadId: id });
  });
  const { start, importing, share, problem } = useImport(onDone);
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    void send(file);
  });
  const choose = (change: ImportPlanInput) => {
    const next = { ...choices, ...change };
    setChoices(next);
    if (uploadId) void look({ uploadId, plan: next });
  };
  const onRole = (column: string, role: ColumnRole) => {
    const others = (choices.columns ?? []).filter(
      (each) => each.column !== column && !(role === 'LABEL' && each.role === 'LABEL'),
    );
    choose({ columns: [...others, { column, role }] });
  };
  const percent = Number(testPercent);
  const badPercent = !(testPercent.trim() !== '' && percent >= 0 && percent <= 90);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!uploadId) return;
    const proposed = !of && name === nameOfFile(file.name);
    const input = {
      uploadId,
      name: name.trim(),
      description: description.trim() || undefined,
      dataSetId: of?.id,
      plan: choices,
      testShare: percent / 100,
    };
    void start(input, proposed);
  };
  const ready = uploadId !== null && plan !== null && !looking && !importing;
  return (
    <form onSubmit={submit} className="space-y-4">
      <DropZone
        compact
        folders
        label={file.name}
        hint={`${formatBytes(file.size)}. Drop or choose another to replace it.`}
        accept={ACCEPTED}
        onFile={onOther}
      />
      {!of && (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label="Name" required value={name} onChange={(event) => setName(event.target.value)} />
          <TextField
            label="Description"
            hint="Optional: what the examples are and where they come from."
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </div>
      )}
      <UploadProgress state={state} starting="Looking at the file…" />
      {state.stage === 'ready' && looking && (
        <p className="text-muted" aria-live="polite">
          Looking at the file…
        </p>
      )}
      {unreadable && <ProblemNote problem={unreadable} title="The file cannot be read" />}
      {plan && !unreadable && (
        <PlanView plan={plan} onRole={onRole} onHeader={(header) => choose({ header, columns: [] })} />
      )}
      {plan?.parts.length === 0 && (
        <TextField
          label="Test part, %"
          inputMode="decimal"
          error={badPercent ? 'Between 0 and 90.' : null}
          hint="Share of each class that is kept for the test."
          value={testPercent}
          onChange={(event) => setTestPercent(event.target.value)}
        />
      )}
      {problem && (
        <ProblemNote
          problem={problem}
          title="The import failed. Nothing of it was kept; change it and try again."
        />
      )}
      {importing && (
        <div aria-live="polite">
          <p className="mb-1.5 text-muted">Importing, {formatShare(share, 0)}</p>
          <ProgressBar label="Import" share={share} />
        </div>
      )}
      <div className="flex justify-end gap-2">
        {state.stage === 'sending' && <Button onClick={stop}>Stop</Button>}
        <Button
          look="primary"
          type="submit"
          disabled={
            !ready || plan?.problem !== null || unreadable !== null || badPercent || name.trim() === ''
          }
        >
          Import
        </Button>
      </div>
    </form>
  );
}
