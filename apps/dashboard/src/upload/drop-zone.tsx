'use client';
import { Upload } from 'lucide-react';
import { type DragEvent, useId, useState } from 'react';
import { acceptedBy } from './accepted-by';
import { chosenFile, droppedFile, droppedFiles, oneFile } from './dropped/dropped-files';
import type { PathedFile } from './dropped/tar-of-files';

type Props = {
  label: string;
  hint: string;
  accept: string;
  /** Called for each file. */
  onFile: (file: File) => void;
  compact?: boolean;
  multiple?: boolean;
  /** Takes several files at once, as one archive; a single one goes to `onFile`. */
  onSeveral?: (archive: File) => void;
  /** Takes folders, and several files at once, as one archive. */
  folders?: boolean;
};

/** Takes files, dropped or chosen; the whole area is the file field's label. */
export function DropZone(props: Props) {
  const { label, hint, accept, onFile, compact = false, multiple = false, folders = false } = props;
  const { onSeveral } = props;
  const id = useId();
  const [over, setOver] = useState(false);
  const [left, setLeft] = useState<string[]>([]);
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  const take = (files: FileList | null) => {
    if (folders) return takeOne(chosenFile(files));
    takeEach([...(files ?? [])].map((file) => ({ path: file.name, file })));
  };
  const takeEach = (files: readonly PathedFile[]) => {
    const [first] = files;
    const several = onSeveral && files.length > 1 && oneFile(files);
    if (several) onSeveral(several);
    else if (!multiple) takeOne(first?.file ?? null);
    else {
      // Browsers offer only what is accepted to be chosen, but anything can be dropped.
      const fit = files.filter(({ file }) => acceptedBy(accept, file));
      setLeft(files.filter((file) => !fit.includes(file)).map(({ path }) => path));
      for (const { file } of fit) onFile(file);
    }
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
              takeEach(files.filter(({ file }) => !file.name.startsWith('.'))),
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
          multiple={multiple || folders || onSeveral !== undefined}
          className="sr-only"
          onChange={({ target }) => {
            take(target.files);
            target.value = '';
          }}
        />
      </label>
      {left.length > 0 && (
        <p role="alert" className="mt-1 break-words text-bad">
          Left out: {left.join(', ')}. {hint}
        </p>
      )}
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
