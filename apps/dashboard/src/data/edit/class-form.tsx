import { type FormEvent, type Ref, useId, useState } from 'react';
import { Button } from '@/ui/button';
import { INPUT } from '@/ui/field';

type Props = {
  /** Proposed while one types; another name makes a new class. */
  names: readonly string[];
  label: string;
  verb: string;
  onPick: (name: string) => void;
  onType?: (name: string) => void;
  fieldRef?: Ref<HTMLInputElement>;
};

/** A class by its name. */
export function ClassForm({ names, label, verb, onPick, onType, fieldRef }: Props) {
  const [name, setName] = useState('');
  const list = useId();
  const change = (typed: string) => {
    setName(typed);
    onType?.(typed);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onPick(name.trim());
    change('');
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
        onChange={(event) => change(event.target.value)}
        className={`${INPUT} w-44`}
      />
      <datalist id={list}>
        {names.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <Button type="submit" disabled={name.trim() === ''}>
        {verb}
      </Button>
    </form>
  );
}
