'use client';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { problemOf } from '@/graphql/problem';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { TextField } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { AddProject, RenameProject } from './project-access.operations';
import type { Project } from './projects-tab';

type Props = { project: Project | 'new' | null; onClose: () => void; onDone: () => void };

/** Names a new project, or gives one another name. */
export function ProjectNameDialog({ project, onClose, onDone }: Props) {
  const isNew = project === 'new';
  return (
    <Dialog
      open={project !== null}
      onOpenChange={onClose}
      title={isNew ? 'Add a project' : 'Rename the project'}
      description="Data sets, models, runs and studies of a project are seen by its members alone."
    >
      {project !== null && (
        <NameForm key={isNew ? 'new' : project.id} project={isNew ? null : project} onDone={onDone} />
      )}
    </Dialog>
  );
}

function NameForm({ project, onDone }: { project: Project | null; onDone: () => void }) {
  const [name, setName] = useState(project?.name ?? '');
  const [added, add] = useMutation(AddProject);
  const [renamed, rename] = useMutation(RenameProject);
  const problem = problemOf(added.error ?? renamed.error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { error } = await (project ? rename({ id: project.id, name }) : add({ name }));
    if (!error) onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      <TextField
        label="Name"
        required
        maxLength={120}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      {problem && <ProblemNote problem={problem} title="Nothing was changed" />}
      <div>
        <Button look="primary" type="submit" disabled={added.fetching || renamed.fetching}>
          {project ? 'Rename' : 'Add'}
        </Button>
      </div>
    </form>
  );
}
