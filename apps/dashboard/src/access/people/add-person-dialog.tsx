'use client';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import type { Role } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { ProjectField } from '@/projects/project-field';
import { goToSignIn } from '@/sign-in/go-to-sign-in';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { TextField } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { AddPerson } from '../access.operations';
import { NewPasswordField } from './new-password-field';
import { RoleField } from './role-field';

type Props = {
  open: boolean;
  /** The first account: an administrator, after which one signs in. */
  first: boolean;
  onOpenChange: (open: boolean) => void;
  onAdded: () => void;
};

export function AddPersonDialog({ open, first, onOpenChange, onAdded }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={first ? 'Add the first account' : 'Add an account'}
      description={
        first
          ? 'Yours, as an administrator. From then on everybody signs in, you too.'
          : 'Tell them the address and the password; they can change it.'
      }
    >
      <AddForm first={first} onAdded={onAdded} />
    </Dialog>
  );
}

function AddForm({ first, onAdded }: Pick<Props, 'first' | 'onAdded'>) {
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>(first ? 'ADMIN' : 'EDITOR');
  const [password, setPassword] = useState('');
  const [projectId, setProjectId] = useState('');
  const [added, add] = useMutation(AddPerson);
  const problem = problemOf(added.error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { error } = await add({
      input: { email, name, role, password, projectId: projectId || undefined },
    });
    if (error) return;
    if (first) goToSignIn('/access');
    else onAdded();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      <TextField
        label="E-mail address"
        type="email"
        autoComplete="off"
        required
        maxLength={320}
        value={email}
        onChange={({ target }) => setEmail(target.value)}
      />
      <TextField
        label="Name"
        required
        maxLength={120}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <RoleField
        role={role}
        onRole={setRole}
        disabled={first}
        hint={first ? 'The first account is an administrator.' : undefined}
      />
      <ProjectField
        value={projectId}
        onValue={setProjectId}
        none="None yet"
        hint="They see the project's data and models, as an editor as far as their role allows."
      />
      <NewPasswordField
        label="Password"
        hint="At least 10 characters."
        required
        value={password}
        onValue={setPassword}
      />
      {problem && <ProblemNote problem={problem} title="No account was made" />}
      <div>
        <Button look="primary" type="submit" disabled={added.fetching}>
          {added.fetching ? 'Adding…' : 'Add'}
        </Button>
      </div>
    </form>
  );
}
