'use client';
import { useEffect, useState } from 'react';
import { droppedFile } from './dropped-files';
import { UploadDialog } from './upload-dialog';
import { useShownDataSet } from './use-shown-data-set';

/** Takes files and folders that are dropped on a page outside of its drop zones. */
export function DropAnywhere() {
  const [file, setFile] = useState<File | null>(null);
  const of = useShownDataSet();
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      // A drop zone has taken it, or a dialog is open that is about something else.
      if (event.defaultPrevented || !event.dataTransfer || document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      void droppedFile(event.dataTransfer).then(setFile);
    };
    const paste = ({ target, clipboardData }: ClipboardEvent) => {
      if (target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]')) return;
      if (document.querySelector('[role=dialog]') || !clipboardData) return;
      void droppedFile(clipboardData).then(setFile);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, []);
  return <UploadDialog open={file !== null} onOpenChange={() => setFile(null)} of={of} file={file} />;
}
