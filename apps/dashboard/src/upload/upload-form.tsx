'use client';
import { type FormEvent, useState } from 'react';
import { importTitle } from '@/data/import-title';
import { modalityLook } from '@/data/modality';
import { formatBytes } from '@/format/bytes';
import type { ColumnRole, ImportPlanInput } from '@/generated/graphql';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { ACCEPTED } from './accepted';
import { DropZone } from './drop-zone';
import { LabelledProgress } from './labelled-progress';
import { nameOfFile } from './name-of-file';
import { FileLookProgress } from './plan/file-look-progress';
import { PlanView } from './plan/plan-view';
import { useFileLook } from './plan/use-file-look';
import { usesOf } from './plan/uses-of';
import { shownName } from './shown-name';
import { useImport } from './use-import';
import type { ShownDataSet } from './use-shown-data-set';

/** What was typed; it stays when another file is chosen. The name is null until one is typed. */
export type Typed = { name: string | null; description: string };

type Props = {
  file: File;
  typed: Typed;
  onTyped: (typed: Typed) => void;
  of: ShownDataSet | null;
  onOther: (file: File) => void;
  onDone: (dataSetId: string) => void;
};

/** Sends a file, shows how it was understood, and imports it. What was typed stays when an import fails. */
export function UploadForm({ file, typed, onTyped, of, onOther, onDone }: Props) {
  const proposed = nameOfFile(file.name);
  const name = of?.name ?? typed.name ?? proposed;
  const [testPercent, setTestPercent] = useState('20');
  const [choices, setChoices] = useState<ImportPlanInput>({});
  const look = useFileLook(file);
  const { uploadId, plan, looking, lookAgain, state, stop } = look;
  const { start, importing, share, problem } = useImport(onDone);
  const choose = (change: ImportPlanInput) => {
    const next = { ...choices, ...change };
    setChoices(next);
    lookAgain({ plan: next });
  };
  const onRole = (column: string, role: ColumnRole) => {
    const others = (choices.columns ?? []).filter(
      (each) => each.column !== column && !(role === 'LABEL' && each.role === 'LABEL'),
    );
    // One more column of texts leaves a table that has some a table.
    const isTable = role === 'TEXT' && plan?.modality === 'TABLE' && usesOf(plan) !== null;
    choose({ columns: [...others, { column, role }], ...(isTable ? { use: 'TABLE' } : {}) });
  };
  const percent = Number(testPercent);
  const badPercent = !(testPercent.trim() !== '' && percent >= 0 && percent <= 90);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!uploadId) return;
    const input = {
      uploadId,
      name: name.trim(),
      description: typed.description.trim() || undefined,
      dataSetId: of?.id,
      plan: choices,
      testShare: percent / 100,
    };
    void start(input, !of && typed.name === null);
  };
  const ready = uploadId !== null && plan !== null && !looking && importing === null;
  return (
    <form onSubmit={submit} className="space-y-4">
      <DropZone
        compact
        folders
        label={shownName(file)}
        hint={`${formatBytes(file.size)}. Drop or choose another to replace it.`}
        accept={ACCEPTED}
        onFile={onOther}
      />
      {!of && (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label="Name"
            required
            value={name}
            onChange={({ target }) => onTyped({ ...typed, name: target.value })}
          />
          <TextField
            label="Description"
            hint="Optional: what the examples are and where they come from."
            value={typed.description}
            onChange={({ target }) => onTyped({ ...typed, description: target.value })}
          />
        </div>
      )}
      <FileLookProgress look={look} refused="The file cannot be read" />
      {plan && (
        <PlanView
          plan={plan}
          onRole={onRole}
          onHeader={(header) => choose({ header, columns: [] })}
          onFormat={(format) =>
            choose('dateOrder' in format ? format : { ...format, header: undefined, columns: [] })
          }
          onUse={(use) => choose({ use })}
          {...(choices.unlabelled ? {} : { onKeep: () => choose({ unlabelled: true }) })}
        />
      )}
      {plan && of?.modality && plan.modality !== of.modality && (
        <p role="status" className="rounded-lg bg-warn-soft px-4 py-2.5">
          {of.name} holds {modalityLook(of.modality).many}, this file {modalityLook(plan.modality).many}.
          Models that were trained on it do not take {modalityLook(plan.modality).many}: a data set of its own
          is better.
        </p>
      )}
      {plan?.parts.length === 0 && plan.classCount > 0 && (
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
          title={importTitle(problem, 'The import failed. Nothing of it was kept; change it and try again.')}
        />
      )}
      {importing && <LabelledProgress label="Import" doing="Importing" share={share} versionId={importing} />}
      <div className="flex justify-end gap-2">
        {state.stage === 'sending' && <Button onClick={stop}>Stop</Button>}
        <Button
          look="primary"
          type="submit"
          disabled={!ready || plan?.problem !== null || badPercent || name.trim() === ''}
        >
          Import
        </Button>
      </div>
    </form>
  );
}
