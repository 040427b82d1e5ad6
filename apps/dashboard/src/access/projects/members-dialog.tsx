'use client';
import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import type { Role } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { Button, IconButton } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, TextField } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { RoleSelect } from '../role-select';
import { RemoveProjectMember, SetProjectMember } from './project-access.operations';
import type { Project } from './projects-tab';

type Props = { project: Project | null; onClose: () => void };

/** Who is in a project, and what they may do there. */
export function MembersDialog({ project, onClose }: Props) {
  return (
    <Dialog
      open={project !== null}
      onOpenChange={onClose}
      title={`Members of ${project?.name ?? 'the project'}`}
      description="A role counts as far as the role of the account allows. Administrators of Kshot see every project."
    >
      {project && <Members key={project.id} project={project} />}
    </Dialog>
  );
}

function Members({ project: { id: projectId, members } }: { project: Project }) {
  const [set, setMember] = useMutation(SetProjectMember);
  const [removed, remove] = useMutation(RemoveProjectMember);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('EDITOR');
  const problem = problemOf(set.error ?? removed.error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { error } = await setMember({ input: { projectId, email, role } });
    if (!error) setEmail('');
  };
  return (
    <div className="grid gap-4">
      <ul className="border-t" aria-label="Members">
        {members.map((member) => (
          <li key={member.personId} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b py-2">
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{member.name}</p>
              <p className="truncate text-[12px] text-muted">{member.email}</p>
            </div>
            <RoleSelect
              label={`Role of ${member.name}`}
              className="w-40"
              role={member.role}
              onRole={(next) => void setMember({ input: { projectId, email: member.email, role: next } })}
            />
            <IconButton
              name={`Remove ${member.name}`}
              onClick={() => void remove({ projectId, personId: member.personId })}
            >
              <X aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <form onSubmit={(event) => void submit(event)} className="grid gap-3">
        <TextField
          label="E-mail address"
          hint="Of somebody who has an account."
          type="email"
          required
          maxLength={320}
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
        <Field label="Role in the project">
          {(props) => <RoleSelect {...props} role={role} onRole={setRole} />}
        </Field>
        {problem && <ProblemNote problem={problem} title="Nothing was changed" />}
        <div>
          <Button look="primary" type="submit" disabled={set.fetching}>
            Add
          </Button>
        </div>
      </form>
    </div>
  );
}
