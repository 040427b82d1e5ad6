'use client';
import Image from 'next/image';
import { useEffect, useState } from 'react';
import { Camera } from '@/data/edit/camera';
import { DropZone } from '@/upload/drop-zone';

/** A photo from the camera or a file. Phones offer their camera for the file, too, where pages without HTTPS may not use it. */
export function SharePhoto({ onInput }: { onInput: (photo: File | null) => void }) {
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => () => void (shown && URL.revokeObjectURL(shown)), [shown]);
  const take = (photo: File) => {
    setShown(URL.createObjectURL(photo));
    onInput(photo);
  };
  const forget = () => {
    setShown(null);
    onInput(null);
  };
  return (
    <div className="space-y-4">
      <Camera onPhoto={take} onOpen={forget} />
      <DropZone
        label="Choose or take a photo"
        hint="PNG, JPEG or WebP"
        accept="image/png,image/jpeg,image/webp"
        compact={shown !== null}
        onFile={take}
      />
      {shown && (
        <Image
          unoptimized
          src={shown}
          alt="What was asked about"
          width={280}
          height={280}
          className="max-h-60 w-auto max-w-full rounded-lg border object-contain"
        />
      )}
    </div>
  );
}
