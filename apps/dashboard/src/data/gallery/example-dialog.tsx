'use client';
import { ChevronLeft, ChevronRight, Trash2 } from 'lucide-react';
import Image from 'next/image';
import { useEffect } from 'react';
import { Button, IconButton } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ClassPicker } from '../edit/class-picker';
import { ExamplePicture } from '../example-tile';
import type { Mark } from './gallery-option';
import type { ShownExample } from './use-examples';

type Props = {
  versionId: string;
  example: ShownExample | undefined;
  mark: Mark;
  editable: boolean;
  open: boolean;
  onClose: () => void;
  onStep: (by: number) => void;
  onRelabel: (name: string) => void;
  onRemove: () => void;
};

/** One example as large as it is, with its whole text or all of its cells. */
export function ExampleDialog(props: Props) {
  const { versionId, example, mark, editable, open, onClose, onStep, onRelabel, onRemove } = props;
  useEffect(() => {
    if (!open) return;
    const step = (event: KeyboardEvent) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by && !(event.target as HTMLElement).closest('input, textarea')) onStep(by);
    };
    window.addEventListener('keydown', step);
    return () => window.removeEventListener('keydown', step);
  });
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={mark.className ?? 'Unlabelled'}
      description={example?.name ?? ''}
    >
      {example && <Content example={example} />}
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <IconButton name="Previous example" onClick={() => onStep(-1)}>
          <ChevronLeft aria-hidden />
        </IconButton>
        <IconButton name="Next example" onClick={() => onStep(1)}>
          <ChevronRight aria-hidden />
        </IconButton>
        {editable && (
          <>
            <ClassPicker versionId={versionId} label="Move to class" verb="Move" onPick={onRelabel} />
            <Button look="danger" onClick={onRemove} disabled={mark.removed}>
              <Trash2 aria-hidden />
              Delete
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}

function Content({ example }: { example: ShownExample }) {
  if (example.imageUrl)
    return (
      <Image
        unoptimized
        src={example.imageUrl}
        alt={example.name}
        width={448}
        height={448}
        className="thumbnail mx-auto block max-h-[56vh] w-full rounded border bg-white object-contain"
      />
    );
  if (example.text)
    return <p className="max-h-[56vh] overflow-y-auto break-words whitespace-pre-wrap">{example.text}</p>;
  return (
    <>
      <ExamplePicture example={example} size={224} />
      <dl className="mt-3 grid max-h-[40vh] grid-cols-[auto_1fr] gap-x-6 gap-y-1 overflow-y-auto">
        {example.row?.map(({ column, value }) => (
          <div key={column} className="contents">
            <dt className="truncate text-muted">{column}</dt>
            <dd className="break-words">{value ?? <span className="text-faint">missing</span>}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
