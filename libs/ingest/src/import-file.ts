import { open } from 'node:fs/promises';
import type { ImportRequest, Pack } from '@kshot/domain';
import { importImages } from './import-images.js';
import { importTable } from './import-table.js';

/** Says how far an import is, 0…1. */
export type Report = (share: number) => void;

export interface ImportResult {
  readonly pack: Pack;
  /** [n] what each example is called: its path, its row, or how its text begins. */
  readonly names: readonly string[];
}

/** Reads a file by what it holds, not by its name: a ZIP of class folders, or else a CSV. Throws DomainError. */
export async function importFile(
  file: string,
  request: ImportRequest,
  report: Report,
): Promise<ImportResult> {
  return (await isZip(file)) ? importImages(file, request, report) : importTable(file, request, report);
}

export async function isZip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && [0x04034b50, 0x06054b50].includes(buffer.readUInt32LE(0));
  } finally {
    await handle.close();
  }
}
