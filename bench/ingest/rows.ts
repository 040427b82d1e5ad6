import type { Library } from '../frame/peer-libraries.js';
import { characters, photos, table } from './files.js';

export interface IngestRow {
  readonly work: string;
  /** Writes the file, of all examples or of a share of them. */
  readonly make: (folder: string, examples?: number) => Promise<string>;
  readonly examples: number;
  /** Bounds that hold on two cores for all examples. */
  readonly seconds: number;
  readonly megabytes?: number;
  readonly peer: string;
  readonly library: Library;
}

/** What is read. */
export const rows: readonly IngestRow[] = [
  {
    work: 'characters',
    make: characters,
    examples: 19_280,
    seconds: 15,
    peer: 'folders.py',
    library: 'torchvision',
  },
  { work: 'photos', make: photos, examples: 2000, seconds: 60, peer: 'folders.py', library: 'torchvision' },
  {
    work: 'table',
    make: table,
    examples: 1_000_000,
    seconds: 20,
    megabytes: 1074,
    peer: 'table.py',
    library: 'pandas',
  },
];
/** An inspection of any of them. */
export const INSPECTION_SECONDS = 3;
