'use client';
import { FolderPlus, Pencil, Trash2, Users } from 'lucide-react';
import { useState } from 'react';
import { useMutation } from 'urql';
import { formatMany } from '@/format/number';
import type { ProjectMembersQuery as Answered } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { MoreButton } from '@/list/more-button';
import { usePages } from '@/list/use-pages';
import { Answer } from '@/ui/answer';
import { Button, IconButton } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { ProblemNote } from '@/ui/problem-note';
import { roleName } from '../role-names';
import { MembersDialog } from './members-dialog';
import { DeleteProject, ProjectMembersQuery } from './project-access.operations';
import { ProjectNameDialog } from './project-name-dialog';

export type Project = Answered['projects']['nodes'][number];

const none = {};
const pick = (data: Answered) => data.projects;

/** Projects and who is in them. */
export function ProjectsTab({ isAdmin }: { isAdmin: boolean }) {
  const pages = usePages({ query: ProjectMembersQuery, variables: none, pick, first: 50 });
  const [naming, setNaming] = useState<Project | 'new' | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <>
      <Answer data={pages.rows} error={pages.error} retry={pages.reload} rows={3}>
        {(projects) => (
          <>
            <div className="mb-3 flex items-center justify-between gap-3">
              <p className="text-muted">{formatMany(pages.totalCount, 'project')}</p>
              {isAdmin && (
                <Button look="primary" onClick={() => setNaming('new')}>
                  <FolderPlus aria-hidden />
                  Add a project
                </Button>
              )}
            </div>
            <ul className="border-t" aria-label="Projects">
              {projects.map((project) => (
                <ProjectRow
                  key={project.id}
                  project={project}
                  isAdmin={isAdmin}
                  onMembers={() => setOpened(project.id)}
                  onRename={() => setNaming(project)}
                  onDeleted={pages.reload}
                />
              ))}
            </ul>
          </>
        )}
      </Answer>
      <MoreButton pages={pages} />
      <ProjectNameDialog
        project={naming}
        onClose={() => setNaming(null)}
        onDone={() => {
          setNaming(null);
          pages.reload();
        }}
      />
      <MembersDialog
        project={pages.rows?.find(({ id }) => id === opened) ?? null}
        onClose={() => setOpened(null)}
      />
    </>
  );
}

type RowProps = {
  project: Project;
  isAdmin: boolean;
  onMembers: () => void;
  onRename: () => void;
  onDeleted: () => void;
};

function ProjectRow({
  project: { id, name, role, members },
  isAdmin,
  onMembers,
  onRename,
  onDeleted,
}: RowProps) {
  const [deleted, remove] = useMutation(DeleteProject);
  const problem = problemOf(deleted.error);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b py-2.5">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium" title={name}>
          {name}
        </p>
        <p className="truncate text-[12px] text-muted">
          {members.length === 0
            ? 'Nobody but administrators'
            : members.map((member) => member.name).join(', ')}
        </p>
      </div>
      {!isAdmin && <span className="text-muted">{roleName(role)}</span>}
      {(isAdmin || role === 'ADMIN') && (
        <IconButton name={`Members of ${name}`} onClick={onMembers}>
          <Users aria-hidden />
        </IconButton>
      )}
      {isAdmin && (
        <>
          <IconButton name={`Rename ${name}`} onClick={onRename}>
            <Pencil aria-hidden />
          </IconButton>
          <Confirm
            trigger={
              <IconButton name={`Delete ${name}`}>
                <Trash2 aria-hidden />
              </IconButton>
            }
            title={`Delete the project “${name}”?`}
            text="Only an empty project can be deleted. Its members keep their accounts."
            verb="Delete"
            onConfirm={() => void remove({ id }).then(({ error }) => !error && onDeleted())}
          />
        </>
      )}
      {problem && <ProblemNote problem={problem} className="w-full" />}
    </li>
  );
}
