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
          <DropdownMenu.Item asChild>
            <a href={bundleUrl} download className={MENU_ITEM}>
              Everything (ZIP)
            </a>
          </DropdownMenu.Item>
          <DropdownMenu.Item asChild>
            <a href={cardUrl} download className={MENU_ITEM}>
              Model card (Markdown)
            </a>
          </DropdownMenu.Item>
          {onnxUrl && (
            <DropdownMenu.Item asChild>
              <a href={onnxUrl} download className={MENU_ITEM}>
                ONNX
              </a>
            </DropdownMenu.Item>
          )}
          {downloadUrl && (
            <DropdownMenu.Item asChild>
              <a href={downloadUrl} download className={MENU_ITEM}>
                TensorFlow.js layers model
              </a>
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Item asChild>
            <a href={savedModelUrl} download className={MENU_ITEM}>
              TensorFlow SavedModel
            </a>
          </DropdownMenu.Item>
          <DropdownMenu.Item asChild>
            <a href={fileUrl} download className={MENU_ITEM}>
              Kshot model (safetensors)
            </a>
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
