'use client';
import { FolderInput } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { problemOf } from '@/graphql/problem';
import { Button, IconButton } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ProblemNote } from '@/ui/problem-note';
import { MoveToProject as Move } from './project.operations';
import { ProjectField } from './project-field';
import { useProjects } from './use-projects';

/** Moves a data set or a model to another project. Nothing where there is one project. */
export function MoveToProject({ id, what }: { id: string; what: string }) {
  const [open, setOpen] = useState(false);
  const [projectId, setProjectId] = useState('');
  const [moved, move] = useMutation(Move);
  const problem = problemOf(moved.error);
  if (useProjects().length === 0) return null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { error } = await move({ id, projectId });
    if (!error) location.reload();
  };
  return (
    <>
      <IconButton name={`Move ${what} to another project`} onClick={() => setOpen(true)}>
        <FolderInput aria-hidden />
      </IconButton>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`Move ${what} to another project`}
        description="All that rests on it, and all that it rests on, moves as well: versions, runs, models, evaluations, studies and served names."
      >
        <form onSubmit={(event) => void submit(event)} className="grid gap-4">
          <ProjectField
            value={projectId}
            onValue={setProjectId}
            none="Choose a project"
            hint="Its members see it from then on; others no longer do."
          />
          {problem && <ProblemNote problem={problem} title="Nothing was moved" />}
          <div>
            <Button look="primary" type="submit" disabled={moved.fetching || projectId === ''}>
              Move
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
