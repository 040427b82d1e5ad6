'use client';
import { useCallback, useEffect, useState } from 'react';
import { droppedFile } from './dropped/dropped-files';
import { usePastedFile } from './dropped/use-pasted-file';
import { UploadDialog } from './upload-dialog';
import { useShownDataSet } from './use-shown-data-set';

/** Takes files and folders that are dropped, and what is pasted, on a page outside of its drop zones and fields. */
export function DropAnywhere() {
  const [file, setFile] = useState<File | null>(null);
  const of = useShownDataSet();
  const takePasted = useCallback((pasted: File) => {
    if (!document.querySelector('[role=dialog]')) setFile(pasted);
  }, []);
  usePastedFile(true, takePasted);
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
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return <UploadDialog open={file !== null} onOpenChange={() => setFile(null)} of={of} file={file} />;
}
