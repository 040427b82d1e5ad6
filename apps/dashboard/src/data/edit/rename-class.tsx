import { type FormEvent, useState } from 'react';
import { useClient } from 'urql';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { ProposedClassesQuery } from '../gallery.operations';
import { type Change, isClassName, type Outcome } from './changes';

type Props = {
  versionId: string;
  /** The class as it is called now. */
  name: string;
  outcome: Outcome;
  onChange: (change: Change) => void;
};

/** Gives a class another name; asks first where another class has it, since the two become one. */
export function RenameClass({ versionId, name, outcome, onChange }: Props) {
  const client = useClient();
  const [typed, setTyped] = useState(name);
  const [taken, setTaken] = useState<string | null>(null);
  const next = typed.trim();
  const merges = next === taken;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (next === '' || next === name) return;
    if (merges) return onChange({ kind: 'MERGE', class: name, into: next });
    const { data } = await client.query(ProposedClassesQuery, { versionId, search: next }).toPromise();
    const found = data?.dataSetVersion?.classes.nodes.map((each) => each.name) ?? [];
    if (isClassName(outcome, found, next)) setTaken(next);
    else onChange({ kind: 'RENAME', class: name, name: next });
  };
  return (
    <form onSubmit={submit} className="flex items-end gap-2">
      <TextField
        label="Name"
        error={merges ? 'Another class has this name. Merge the two, or take another name.' : null}
        value={typed}
        maxLength={255}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" className="mb-5" disabled={next === '' || next === name}>
        {merges ? 'Merge' : 'Rename'}
      </Button>
    </form>
  );
}
