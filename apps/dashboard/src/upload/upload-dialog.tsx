'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Dialog } from '@/ui/dialog';
import { ACCEPTED, ACCEPTED_HINT } from './accepted';
import { AddFileForm } from './add-file-form';
import { DropZone } from './drop-zone';
import { usePastedFile } from './dropped/use-pasted-file';
import { type Typed, UploadForm } from './upload-form';
import type { ShownDataSet } from './use-shown-data-set';
import { type Way, WayChoice } from './way-choice';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The data set that gets a new version; null for a new data set. */
  of: ShownDataSet | null;
  /** A file that was dropped already. */
  file: File | null;
};

const NOTHING: Typed = { name: null, description: '' };

export function UploadDialog({ open, onOpenChange, of, file }: Props) {
  const router = useRouter();
  const [chosen, setChosen] = useState<File | null>(null);
  const [way, setWay] = useState<Way>('ADD');
  const [typed, setTyped] = useState<Typed>(NOTHING);
  const current = chosen ?? file;
  usePastedFile(open && current === null, setChosen);
  // Nothing can be added while the newest version is not ready.
  const chosenWay = way === 'ADD' && !of?.versionId ? 'REPLACE' : way;
  const close = (next: boolean) => {
    if (!next) {
      setChosen(null);
      setTyped(NOTHING);
    }
    onOpenChange(next);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title={of ? `New version of ${of.name}` : 'Upload data'}
      description="It becomes a version that never changes, with its classes and splits."
    >
      {of && current && (
        <WayChoice name={of.name} way={chosenWay} onWay={setWay} canAdd={of.versionId !== null} />
      )}
      {of?.versionId && current && chosenWay === 'ADD' ? (
        <AddFileForm
          key={`${current.name} ${current.size}`}
          file={current}
          versionId={of.versionId}
          onDone={(number) => {
            close(false);
            router.push(`/data/${of.id}?version=${number}`);
          }}
        />
      ) : current ? (
        <UploadForm
          key={`${current.name} ${current.size}`}
          file={current}
          typed={typed}
          onTyped={setTyped}
          of={way === 'NEW' ? null : of}
          onOther={setChosen}
          onDone={(id) => {
            close(false);
            router.push(`/data/${id}`);
          }}
        />
      ) : (
        <DropZone
          folders
          label="Drop a folder or files here, or choose files"
          hint={ACCEPTED_HINT}
          accept={ACCEPTED}
          onFile={setChosen}
        />
      )}
    </Dialog>
  );
}
