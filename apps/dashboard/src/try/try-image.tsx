'use client';
import Image from 'next/image';
import { useState } from 'react';
import type { PredictInput } from '@/generated/graphql';
import { DropZone } from '@/upload/drop-zone';

type Props = {
  onInput: (input: PredictInput | null) => void;
  /** Takes several at once, as an archive. */
  onSeveral?: (archive: File) => void;
};

/** An image file, dropped or chosen. */
export function TryImage({ onInput, onSeveral }: Props) {
  const [image, setImage] = useState<{ url: string; name: string } | null>(null);
  const read = (file: File) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = String(reader.result);
      setImage({ url, name: file.name });
      onInput({ image: url });
    };
    reader.readAsDataURL(file);
  };
  return (
    <div className="max-w-md space-y-4">
      <DropZone
        label="Drop an image here, or choose one"
        hint={onSeveral ? 'PNG, JPEG or WebP; several are predicted as a file' : 'PNG, JPEG or WebP'}
        accept="image/png,image/jpeg,image/webp"
        compact={image !== null}
        onFile={read}
        {...(onSeveral && { onSeveral })}
      />
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
