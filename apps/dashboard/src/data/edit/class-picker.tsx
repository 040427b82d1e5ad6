'use client';
import { type FormEvent, type Ref, useId, useState } from 'react';
import { useQuery } from 'urql';
import { Button } from '@/ui/button';
import { INPUT } from '@/ui/field';
import { useSettled } from '@/ui/use-settled';
import { ProposedClassesQuery } from '../gallery.operations';

type Props = {
  versionId: string;
  label: string;
  verb: string;
  onPick: (name: string) => void;
  fieldRef?: Ref<HTMLInputElement>;
};

/** A class by its name, proposed while one types; another name makes a new class. */
export function ClassPicker({ versionId, label, verb, onPick, fieldRef }: Props) {
  const [name, setName] = useState('');
  const list = useId();
  const search = useSettled(name.trim(), 200);
  const [{ data }] = useQuery({
    query: ProposedClassesQuery,
    variables: { versionId, search: search || undefined },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onPick(name.trim());
    setName('');
  };
  return (
    <form onSubmit={submit} className="flex items-center gap-2">
      <input
        ref={fieldRef}
        aria-label={label}
        placeholder={label}
        list={list}
        value={name}
        maxLength={255}
        onChange={(event) => setName(event.target.value)}
        className={`${INPUT} w-44`}
      />
      <datalist id={list}>
        {data?.dataSetVersion?.classes.nodes.map((each) => (
          <option key={each.id} value={each.name} />
        ))}
      </datalist>
      <Button type="submit" disabled={name.trim() === ''}>
        {verb}
      </Button>
    </form>
  );
}
