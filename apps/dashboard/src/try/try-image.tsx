'use client';
import Image from 'next/image';
import { useState } from 'react';
import type { PredictInput } from '@/generated/graphql';
import { ProblemNote } from '@/ui/problem-note';
import { DropZone } from '@/upload/drop-zone';
import { pictureUrl } from '@/upload/picture-url';

type Props = {
  onInput: (input: PredictInput | null) => void;
  /** Takes several at once, as an archive. */
  onSeveral?: (archive: File) => void;
};

/** An image file, dropped or chosen. */
export function TryImage({ onInput, onSeveral }: Props) {
  const [image, setImage] = useState<{ url: string; name: string } | null>(null);
  const [damaged, setDamaged] = useState<string | null>(null);
  const read = async (file: File) => {
    const url = await pictureUrl(file);
    setDamaged(url === null ? file.name : null);
    setImage(url === null ? null : { url, name: file.name });
    onInput(url === null ? null : { image: url });
  };
  return (
    <div className="max-w-md space-y-4">
      <DropZone
        label="Drop an image here, or choose one"
        hint={onSeveral ? 'PNG, JPEG or WebP; several are predicted as a file' : 'PNG, JPEG or WebP'}
        accept="image/png,image/jpeg,image/webp"
        compact={image !== null}
        onFile={(file) => void read(file)}
        {...(onSeveral && { onSeveral })}
      />
      {damaged && (
        <ProblemNote
          problem={{ code: 'DATA_FORMAT', message: `${damaged} is damaged, empty or no picture.` }}
          title="This cannot be read"
        />
      )}
      {image && (
        <Image
          unoptimized
          src={image.url}
          alt={image.name}
          width={280}
          height={280}
          className="max-h-72 w-auto max-w-full rounded-lg border object-contain"
        />
      )}
    </div>
  );
}
