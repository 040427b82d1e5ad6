'use client';
import { formatMany } from '@/format/number';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import type { Change, Outcome } from './changes';
import { ClassPicker } from './class-picker';
import { RenameClass } from './rename-class';

type Props = {
  versionId: string;
  /** The class as it is called now; null closes the window. */
  name: string | null;
  count: number;
  /** Of the changes so far. */
  outcome: Outcome;
  onChange: (change: Change) => void;
  onClose: () => void;
};

/** Renames, merges or deletes a class. */
export function ClassDialog({ versionId, name, count, outcome, onChange, onClose }: Props) {
  const make = (change: Change) => {
    onChange(change);
    onClose();
  };
  return (
    <Dialog
      open={name !== null}
      onOpenChange={onClose}
      title={`Class ${name}`}
      description={`${formatMany(count, 'example')}. Nothing is stored before you save.`}
    >
      {name !== null && (
        <div className="space-y-6">
          <RenameClass key={name} versionId={versionId} name={name} outcome={outcome} onChange={make} />
          <div>
            <h3 className="mb-1 font-medium">Merge into another class</h3>
            <ClassPicker
              versionId={versionId}
              label="Other class"
              verb="Merge"
              onPick={(into) => into !== name && make({ kind: 'MERGE', class: name, into })}
            />
          </div>
          <div>
            <h3 className="mb-1 font-medium">Delete with all its examples</h3>
            <Button look="danger" onClick={() => make({ kind: 'REMOVE_CLASS', class: name })}>
              Delete class
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
