import { type DragEvent, useState } from 'react';
import { droppedFiles, hasFolder } from '@/upload/dropped/dropped-files';
import { folderOf, inputsIn, leftOut, sortDropped } from './dropped-examples';
import type { Given } from './lesson';

/** Takes files and folders that are dropped on a class, and folders that are dropped beside the classes as classes of their own. */
export function useDroppedExamples(modality: 'IMAGE' | 'TEXT', add: (...given: Given[]) => Promise<void>) {
  const [left, setLeft] = useState<string | null>(null);
  const take = async (dropped: DataTransfer, name: string | null) => {
    const sorted = sortDropped(await droppedFiles(dropped), modality);
    const damaged: string[] = [];
    const given = await Promise.all(
      sorted.taken.map(async ({ path, file }) => {
        const className = name ?? folderOf(path);
        if (className === null) return [];
        const inputs = await inputsIn(file, modality);
        if (inputs.length === 0) damaged.push(path);
        return inputs.map((input) => ({ class: className, input }));
      }),
    );
    setLeft(leftOut({ ...sorted, damaged }, modality));
    if (given.flat().length > 0) await add(...given.flat());
  };
  /** For an element that takes what is dropped on it: the class, or null where folders name the classes. */
  const drop = (name: string | null) => ({
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      // A drop zone or a class within has taken it; files without a folder name no class.
      if (event.defaultPrevented || (name === null && !hasFolder(event.dataTransfer))) return;
      event.preventDefault();
      void take(event.dataTransfer, name);
    },
  });
  return { drop, left };
}
