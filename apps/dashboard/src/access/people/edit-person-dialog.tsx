'use client';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { problemOf } from '@/graphql/problem';
import { Button } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { Dialog } from '@/ui/dialog';
import { TextField } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { DeletePerson, UpdatePerson } from '../access.operations';
import { NewPasswordField } from './new-password-field';
import type { Person } from './people-tab';
import { RoleField } from './role-field';

type Props = { person: Person | null; onClose: () => void; onChanged: () => void };

export function EditPersonDialog({ person, onClose, onChanged }: Props) {
  return (
    <Dialog
      open={person !== null}
      onOpenChange={onClose}
      title={person?.name ?? 'Account'}
      description={person?.email ?? ''}
    >
      {person && <EditForm key={person.id} person={person} onChanged={onChanged} />}
    </Dialog>
  );
}

function EditForm({ person, onChanged }: { person: Person; onChanged: () => void }) {
  const { id } = person;
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState(person.role);
  const [password, setPassword] = useState('');
  const [updated, update] = useMutation(UpdatePerson);
  const [deleted, remove] = useMutation(DeletePerson);
  const problem = problemOf(updated.error ?? deleted.error);
  const after = ({ error }: { error?: unknown }) => {
    if (!error) onChanged();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void update({ input: { id, name, role, password: password === '' ? undefined : password } }).then(after);
  };
  const disabled = Boolean(person.disabledAt);
  return (
    <form onSubmit={submit} className="grid gap-4">
      <TextField
        label="Name"
        required
        maxLength={120}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <RoleField role={role} onRole={setRole} />
      <NewPasswordField
        label="New password"
        hint="Empty: it stays. A new one ends all sessions of the account."
        value={password}
        onValue={setPassword}
      />
      {problem && <ProblemNote problem={problem} title="Nothing was changed" />}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" type="submit" disabled={updated.fetching}>
          Save
        </Button>
        <Button onClick={() => void update({ input: { id, disabled: !disabled } }).then(after)}>
          {disabled ? 'Unlock' : 'Lock'}
        </Button>
        <Confirm
          trigger={<Button look="danger">Delete</Button>}
          title={`Delete the account of ${person.name}?`}
          text="Its sessions and keys end at once. What it made stays."
          verb="Delete"
          onConfirm={() => void remove({ id }).then(after)}
        />
      </div>
    </form>
  );
}
