'use client';
import { Check, Plus, Trash2 } from 'lucide-react';
import { formatMany } from '@/format/number';
import type { Model } from '@/models/model-page';
import { Button, IconButton } from '@/ui/button';
import { INPUT } from '@/ui/field';
import { AddExamples } from './add-examples';
import type { SupportClass, SupportExample } from './support';
import { SupportTile } from './support-tile';

type Props = {
  model: Model;
  of: SupportClass;
  place: number;
  /** Whether its ways to add examples are shown. */
  open: boolean;
  onOpen: (open: boolean) => void;
  /** Given the class as it is then: several files may be read at once. */
  onChange: (change: (before: SupportClass) => SupportClass) => void;
  onRemove: () => void;
};

/** A new class: its name, its examples and the ways to add more. */
export function ClassCard({ model, of, place, open, onOpen, onChange, onRemove }: Props) {
  const { name, examples } = of;
  const called = name.trim() || `class ${place}`;
  const add = (example: SupportExample) =>
    onChange((before) => ({ ...before, examples: [...before.examples, example] }));
  const remove = (key: string) =>
    onChange((before) => ({ ...before, examples: before.examples.filter((each) => each.key !== key) }));
  return (
    <li className="border-b py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <input
          aria-label={`Name of class ${place}`}
          placeholder={`Name of class ${place}`}
          value={name}
          onChange={(event) => {
            const { value } = event.target;
            onChange((before) => ({ ...before, name: value }));
          }}
          className={`${INPUT} min-w-40 flex-1 sm:max-w-64`}
        />
        <span className="text-muted">{formatMany(examples.length, 'example')}</span>
        <span className="ml-auto flex gap-1">
          <Button
            look="quiet"
            aria-expanded={open}
            aria-label={`Add examples of ${called}`}
            onClick={() => onOpen(!open)}
          >
            {open ? <Check aria-hidden /> : <Plus aria-hidden />}
            {open ? 'Done' : 'Add examples'}
          </Button>
          <IconButton name={`Remove ${called}`} onClick={onRemove}>
            <Trash2 aria-hidden />
          </IconButton>
        </span>
      </div>
      {examples.length > 0 && (
        <div className="mt-2 flex max-h-44 flex-wrap gap-1.5 overflow-y-auto p-1">
          {examples.map((example, index) => (
            <SupportTile
              key={example.key}
              example={example}
              name={`example ${index + 1} of ${called}`}
              onRemove={() => remove(example.key)}
            />
          ))}
        </div>
      )}
      {open && (
        <div className="mt-3 border-l-2 border-accent pl-4">
          <AddExamples model={model} onAdd={add} />
        </div>
      )}
    </li>
  );
}
