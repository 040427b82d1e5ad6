'use client';
import { ChevronLeft, ChevronRight, Trash2 } from 'lucide-react';
import { useEffect } from 'react';
import { Button, IconButton } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ClassPicker } from '../edit/class-picker';
import { ExampleContent } from '../example-content';
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
      {example && <ExampleContent example={example} />}
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
