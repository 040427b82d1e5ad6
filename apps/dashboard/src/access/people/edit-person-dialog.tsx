'use client';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { formatBytes } from '@/format/bytes';
import { formatMany } from '@/format/number';
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

/** Of disks: 10^9 bytes. */
const GIGABYTE = 1e9;

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
  const [tasks, setTasks] = useState(person.runningTasks == null ? '' : String(person.runningTasks));
  const [gigabytes, setGigabytes] = useState(
    person.storageBytes == null ? '' : String(person.storageBytes / GIGABYTE),
  );
  const [updated, update] = useMutation(UpdatePerson);
  const [deleted, remove] = useMutation(DeletePerson);
  const problem = problemOf(updated.error ?? deleted.error);
  const after = ({ error }: { error?: unknown }) => {
    if (!error) onChanged();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = {
      ...{ id, name, role, password: password === '' ? undefined : password },
      runningTasks: Number(tasks),
      storageBytes: Math.round(Number(gigabytes) * GIGABYTE),
    };
    void update({ input }).then(after);
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
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Running tasks at most"
          hint={`Empty: any number. ${formatMany(person.use.runningTasks, 'task')} running now.`}
          type="number"
          min={1}
          max={10_000}
          step={1}
          value={tasks}
          onChange={({ target }) => setTasks(target.value)}
        />
        <TextField
          label="Stored gigabytes at most"
          hint={`Empty: any number. ${formatBytes(person.use.storageBytes)} stored now.`}
          type="number"
          min={0.001}
          max={1_000_000}
          step="any"
          value={gigabytes}
          onChange={({ target }) => setGigabytes(target.value)}
        />
      </div>
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
