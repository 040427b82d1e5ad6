'use client';
import { X } from 'lucide-react';
import Image from 'next/image';
import { type ComponentProps, useState } from 'react';
import { formatMany } from '@/format/number';
import type { PredictInput } from '@/generated/graphql';
import { AddImages } from '@/sub-model/add-images';
import { AddTexts } from '@/sub-model/add-texts';
import { Button } from '@/ui/button';

/** An example as it is shown; without a place it is not taught yet. */
export interface Shown {
  readonly key: string;
  readonly index: number | null;
  readonly image: string | null;
  readonly text: string | null;
}

type Props = {
  name: string;
  modality: 'IMAGE' | 'TEXT';
  examples: readonly Shown[];
  onAdd: (input: PredictInput) => void;
  onForget: (index: number) => void;
  /** Takes files that are dropped on it. */
  drop: Pick<ComponentProps<'li'>, 'onDrop' | 'onDragOver'>;
};

/** A class with its examples, and how to give more. */
export function TaughtClass({ name, modality, examples, onAdd, onForget, drop }: Props) {
  const [open, setOpen] = useState(examples.length === 0);
  return (
    <li {...drop} className="border-b py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="min-w-0 truncate font-medium" title={name}>
          {name}
        </h3>
        <span className="text-muted">{formatMany(examples.length, 'example')}</span>
        <Button look="quiet" className="ml-auto" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Done' : `Add examples of ${name}`}
        </Button>
      </div>
      <ul
        aria-label={`Examples of ${name}`}
        className="mt-1.5 flex max-h-40 flex-wrap gap-1.5 overflow-y-auto p-1"
      >
        {examples.map((example, i) => (
          <li key={example.key} className="group/tile relative max-w-full">
            {example.image ? (
              <Image
                unoptimized
                src={example.image}
                alt={`Example ${i + 1} of ${name}`}
                width={48}
                height={48}
                className="thumbnail size-12 rounded border bg-white object-cover"
              />
            ) : (
              <span className="block truncate rounded border px-2 py-1 pr-5">{example.text ?? '…'}</span>
            )}
            {example.index !== null && (
              <button
                type="button"
                aria-label={`Forget example ${i + 1} of ${name}`}
                onClick={() => onForget(example.index as number)}
                className="absolute -top-1 -right-1 rounded-full border bg-surface p-0.5"
              >
                <X aria-hidden className="size-3" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {open && (
        <div className="mt-2 border-l-2 border-accent pl-4">
          {modality === 'IMAGE' ? (
            <AddImages onAdd={({ input }) => onAdd(input)} />
          ) : (
            <AddTexts onAdd={({ input }) => onAdd(input)} />
          )}
        </div>
      )}
    </li>
  );
}
