'use client';
import { Upload } from 'lucide-react';
import { type DragEvent, useId, useState } from 'react';

type Props = {
  label: string;
  hint: string;
  accept: string;
  /** Called for each file. */
  onFile: (file: File) => void;
  compact?: boolean;
  multiple?: boolean;
};

/** Takes a file (or several), dropped or chosen; the whole area is the file field's label. */
export function DropZone({ label, hint, accept, onFile, compact = false, multiple = false }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  const take = (files: FileList | null) => {
    for (const file of [...(files ?? [])].slice(0, multiple ? undefined : 1)) onFile(file);
  };
  return (
    <label
      htmlFor={id}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        take(event.dataTransfer.files);
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
        multiple={multiple}
        className="sr-only"
        onChange={({ target }) => {
          take(target.files);
          target.value = '';
        }}
      />
    </label>
  );
}
