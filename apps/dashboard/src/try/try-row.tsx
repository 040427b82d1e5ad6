'use client';
import { type FormEvent, useState } from 'react';
import type { PredictInput } from '@/generated/graphql';
import { Button } from '@/ui/button';
import { Field, INPUT } from '@/ui/field';
import { Select } from '@/ui/select';

type Column = { name: string; kind: string; categories?: string[] | null; sample?: string | null };
type Props = { columns: Column[]; verb?: string; onInput: (input: PredictInput | null) => void };

/** A row of the table, a field for each column; an empty field is a missing value. */
export function TryRow({ columns, verb = 'Predict', onInput }: Props) {
  const [cells, setCells] = useState<Record<string, string>>(() =>
    Object.fromEntries(columns.map(({ name, sample }) => [name, sample ?? ''])),
  );
  const set = (name: string, value: string) => setCells((before) => ({ ...before, [name]: value }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onInput({ row: columns.map(({ name }) => ({ column: name, value: cells[name]?.trim() || null })) });
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <div className="grid grid-cols-[repeat(auto-fill,minmax(120px,1fr))] gap-x-4 gap-y-2">
        {columns.map(({ name, kind, categories }) => (
          <div key={name} className={kind === 'TEXT' ? 'col-span-full' : ''}>
            <Field label={<span className="block truncate">{name}</span>}>
              {(props) =>
                kind === 'TEXT' ? (
                  <textarea
                    {...props}
                    placeholder="missing"
                    value={cells[name] ?? ''}
                    onChange={(event) => set(name, event.target.value)}
                    className={`${INPUT} min-h-14 py-1`}
                  />
                ) : kind === 'CATEGORY' && categories ? (
                  <Select
                    {...props}
                    className="w-full"
                    value={cells[name] ?? ''}
                    onChange={(event) => set(name, event.target.value)}
                  >
                    <option value="">missing</option>
                    {categories.map((category) => (
                      <option key={category}>{category}</option>
                    ))}
                  </Select>
                ) : (
                  <input
                    {...props}
                    placeholder="missing"
                    value={cells[name] ?? ''}
                    onChange={(event) => set(name, event.target.value)}
                    className={INPUT}
                  />
                )
              }
            </Field>
          </div>
        ))}
      </div>
      <Button look="primary" type="submit">
        {verb}
      </Button>
    </form>
  );
}
