'use client';
import { useState } from 'react';
import { ProblemNote } from '@/ui/problem-note';
import { DropZone } from '@/upload/drop-zone';
import { pictureUrl } from '@/upload/picture-url';
import { newKey, type SupportExample } from './support';

/** Image files, dropped or chosen, each as an example. */
export function AddImages({ onAdd }: { onAdd: (example: SupportExample) => void }) {
  const [damaged, setDamaged] = useState<readonly string[]>([]);
  const read = async (file: File) => {
    const url = await pictureUrl(file);
    if (url === null) setDamaged((before) => [...before, file.name]);
    else onAdd({ key: newKey(), input: { image: url }, look: { kind: 'picture', url } });
  };
  return (
    <>
      <DropZone
        compact
        multiple
        label="Drop images here, or choose some"
        hint="PNG, JPEG or WebP; each is one example."
        accept="image/png,image/jpeg,image/webp"
        onFile={(file) => void read(file)}
      />
      {damaged.length > 0 && (
        <ProblemNote
          problem={{ code: 'DATA_FORMAT', message: `Damaged, empty or no pictures: ${damaged.join(', ')}.` }}
          title="Some files were left out"
          className="mt-2"
        />
      )}
    </>
  );
}
