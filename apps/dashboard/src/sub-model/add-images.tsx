'use client';
import { DropZone } from '@/upload/drop-zone';
import { newKey, type SupportExample } from './support';

/** Image files, dropped or chosen, each as an example. */
export function AddImages({ onAdd }: { onAdd: (example: SupportExample) => void }) {
  const read = (file: File) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = String(reader.result);
      onAdd({ key: newKey(), input: { image: url }, look: { kind: 'picture', url } });
    };
    reader.readAsDataURL(file);
  };
  return (
    <DropZone
      compact
      multiple
      label="Drop images here, or choose some"
      hint="PNG, JPEG or WebP; each is one example."
      accept="image/png,image/jpeg,image/webp"
      onFile={read}
    />
  );
}
