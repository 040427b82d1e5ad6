'use client';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import type { Scope } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { ProjectField } from '@/projects/project-field';
import { Button } from '@/ui/button';
import { CopyButton } from '@/ui/copy-button';
import { Dialog } from '@/ui/dialog';
import { Field, TextField } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { Select } from '@/ui/select';
import { CreateApiKey } from '../access.operations';
import type { Viewer } from '../access-page';
import { SCOPES } from '../role-names';

type Props = { open: boolean; viewer: Viewer; onOpenChange: (open: boolean) => void; onMade: () => void };

const LIVES = [
  { days: 30, title: '30 days' },
  { days: 90, title: '90 days' },
  { days: 365, title: 'A year' },
  { days: 0, title: 'Until it is revoked' },
];

export function NewKeyDialog({ open, viewer, onOpenChange, onMade }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="New key" description="For one program each.">
      <NewKeyForm viewer={viewer} onMade={onMade} />
    </Dialog>
  );
}

function NewKeyForm({ viewer, onMade }: Pick<Props, 'viewer' | 'onMade'>) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>(['PREDICT']);
  const [days, setDays] = useState(90);
  const [most, setMost] = useState('');
  const [projectId, setProjectId] = useState('');
  const [made, make] = useMutation(CreateApiKey);
  const problem = problemOf(made.error);
  const secret = made.data?.createApiKey.secret;
  if (secret) return <NewSecret secret={secret} />;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const expiresAt = days > 0 ? new Date(Date.now() + days * 86_400_000).toISOString() : undefined;
    const { error } = await make({
      input: {
        name,
        scopes,
        expiresAt,
        requestsPerMinute: most === '' ? undefined : Number(most),
        projectId: projectId || undefined,
      },
    });
    if (!error) onMade();
  };
  const toggle = (scope: Scope) =>
    setScopes((before) =>
      before.includes(scope) ? before.filter((each) => each !== scope) : [...before, scope],
    );
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      <TextField
        label="Name"
        hint="Which program it is for."
        required
        maxLength={120}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <fieldset>
        <legend className="mb-1 font-medium">Scopes</legend>
        {SCOPES.filter(({ scope }) => viewer.scopes.includes(scope)).map(({ scope, name: title, may }) => (
          <label key={scope} className="flex cursor-pointer items-start gap-2 py-1">
            <input
              type="checkbox"
              checked={scopes.includes(scope)}
              onChange={() => toggle(scope)}
              className="mt-1 accent-accent"
            />
            <span>
              {title}
              <span className="block text-[12px] text-muted">A program with it {may}.</span>
            </span>
          </label>
        ))}
      </fieldset>
      <ProjectField
        value={projectId}
        onValue={setProjectId}
        none="All projects"
        hint="A key of one project opens no other, and administers nothing."
      />
      <Field label="Valid for">
        {(props) => (
          <Select
            {...props}
            className="w-full"
            value={String(days)}
            onChange={({ target }) => setDays(Number(target.value))}
          >
            {LIVES.map((life) => (
              <option key={life.days} value={String(life.days)}>
                {life.title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TextField
        label="Requests within a minute"
        hint="Empty: any number."
        type="number"
        min={1}
        max={1_000_000}
        step={1}
        value={most}
        onChange={({ target }) => setMost(target.value)}
      />
      {problem && <ProblemNote problem={problem} title="No key was made" />}
      <div>
        <Button look="primary" type="submit" disabled={made.fetching || scopes.length === 0}>
          Make the key
        </Button>
      </div>
    </form>
  );
}

function NewSecret({ secret }: { secret: string }) {
  return (
    <div className="grid gap-4">
      <p>Copy it now: it is shown only once, and only a digest of it is kept.</p>
      <code className="block rounded-md border bg-sunken px-3 py-2 text-[13px] break-all">{secret}</code>
      <div>
        <CopyButton label="Copy the key" look="primary" text={() => secret} />
      </div>
      <p className="text-muted">
        Programs send it as <code>Authorization: Bearer KEY</code>, over HTTP and when they open a socket.
      </p>
    </div>
  );
}
