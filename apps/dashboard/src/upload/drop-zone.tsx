'use client';
import { Upload } from 'lucide-react';
import { type DragEvent, useId, useState } from 'react';
import { chosenFile, droppedFile, droppedFiles } from './dropped/dropped-files';

type Props = {
  label: string;
  hint: string;
  accept: string;
  /** Called for each file. */
  onFile: (file: File) => void;
  compact?: boolean;
  multiple?: boolean;
  /** Takes folders, and several files at once, as one archive. */
  folders?: boolean;
};

/** Takes files, dropped or chosen; the whole area is the file field's label. */
export function DropZone(props: Props) {
  const { label, hint, accept, onFile, compact = false, multiple = false, folders = false } = props;
  const id = useId();
  const [over, setOver] = useState(false);
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  const take = (files: FileList | null) => {
    if (folders) return takeOne(chosenFile(files));
    takeEach([...(files ?? [])]);
  };
  const takeEach = (files: readonly File[]) => {
    for (const file of files.slice(0, multiple ? undefined : 1)) onFile(file);
  };
  const takeOne = (file: File | null) => {
    if (file) onFile(file);
  };
  return (
    <div>
      <label
        htmlFor={id}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={(event) => {
          drag(false)(event);
          if (folders) void droppedFile(event.dataTransfer).then(takeOne);
          else
            void droppedFiles(event.dataTransfer).then((files) =>
              takeEach(files.map(({ file }) => file).filter(({ name }) => !name.startsWith('.'))),
            );
        }}
        className={`flex cursor-pointer items-center gap-3 rounded-lg border border-dashed px-4 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${compact ? 'py-2.5' : 'flex-col py-10 text-center'} ${over ? 'border-accent bg-accent-soft' : 'border-line-strong hover:border-faint'}`}
      >
        <Upload className={`shrink-0 ${compact ? 'size-4' : 'size-5'} text-faint`} aria-hidden />
        <span className="min-w-0">
          <span className="block font-medium break-words">{label}</span>
          <span className="block text-[12px] leading-4 text-muted">{hint}</span>
        </span>
        <input
          id={id}
          type="file"
          accept={accept}
          multiple={multiple || folders}
          className="sr-only"
          onChange={({ target }) => {
            take(target.files);
            target.value = '';
          }}
        />
      </label>
      {folders && !compact && <FolderChoice onFile={takeOne} />}
    </div>
  );
}

function FolderChoice({ onFile }: { onFile: (file: File | null) => void }) {
  const choose = () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.webkitdirectory = true;
    input.onchange = () => onFile(chosenFile(input.files));
    input.click();
  };
  return (
    <button
      type="button"
      onClick={choose}
      className="mx-auto mt-2 block text-muted underline underline-offset-2 hover:text-ink"
    >
      Choose a folder instead
    </button>
  );
}
