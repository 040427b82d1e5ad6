import { useEffect } from 'react';
import { droppedFile } from './dropped-files';
import { textFile } from './text-file';

/** Takes what is pasted outside of fields: files, pictures, or lines of text as a file. */
export function usePastedFile(enabled: boolean, onFile: (file: File) => void): void {
  useEffect(() => {
    if (!enabled) return;
    const paste = ({ target, clipboardData }: ClipboardEvent) => {
      if (target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]')) return;
      if (!clipboardData) return;
      const text = textFile(clipboardData.getData('text/plain'));
      void droppedFile(clipboardData).then((file) => {
        const taken = file ?? text;
        if (taken) onFile(taken);
      });
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [enabled, onFile]);
}
