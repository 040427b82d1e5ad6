'use client';
import { Upload } from 'lucide-react';
import { type DragEvent, useId, useState } from 'react';

type Props = { label: string; hint: string; accept: string; onFile: (file: File) => void; compact?: boolean };

/** Takes one file, dropped or chosen; the whole area is the file field's label. */
export function DropZone({ label, hint, accept, onFile, compact = false }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <label
      htmlFor={id}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
      className={`flex cursor-pointer items-center gap-3 rounded-lg border border-dashed px-4 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${compact ? 'py-2.5' : 'flex-col py-10 text-center'} ${over ? 'border-accent bg-accent-soft' : 'border-line-strong hover:border-faint'}`}
    >
      <Upload className={`shrink-0 ${compact ? 'size-4' : 'size-5'} text-faint`} aria-hidden />
      <span className="min-w-0">
        <span className="block font-medium">{label}</span>
        <span className="block text-[12px] leading-4 text-muted">{hint}</span>
      </span>
      <input
        id={id}
        type="file"
        accept={accept}
        className="sr-only"
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
