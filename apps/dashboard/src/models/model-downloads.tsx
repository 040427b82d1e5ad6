import { Download } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Button } from '@/ui/button';
import { MENU, MENU_ITEM } from '@/ui/menu';

/** The model as a file, for programs in JavaScript, for TensorFlow, or for another Kshot; all at once; and its card. */
export function ModelDownloads({
  downloadUrl,
  savedModelUrl,
  fileUrl,
  onnxUrl,
  bundleUrl,
  cardUrl,
}: {
  /** Null where stock TensorFlow.js lacks a layer. */
  downloadUrl: string | null | undefined;
  savedModelUrl: string;
  fileUrl: string;
  /** Null where a layer has no mapping to ONNX. */
  onnxUrl: string | null | undefined;
  bundleUrl: string;
  cardUrl: string;
}) {
  const files = [
    ['Everything (ZIP)', bundleUrl],
    ['Model card (Markdown)', cardUrl],
    ['ONNX', onnxUrl],
    ['TensorFlow.js layers model', downloadUrl],
    ['TensorFlow SavedModel', savedModelUrl],
    ['Kshot model (safetensors)', fileUrl],
  ] as const;
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button>
          <Download aria-hidden />
          Download
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} className={MENU}>
          {files.map(
            ([title, url]) =>
              url && (
                <DropdownMenu.Item key={title} asChild>
                  <a href={url} download className={MENU_ITEM}>
                    {title}
                  </a>
                </DropdownMenu.Item>
              ),
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
