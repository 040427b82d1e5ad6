import type { ArchiveEntry } from '../archives/archive.js';
import type { LeftOut } from '../names/left-out.js';
import type { Part } from './part-of.js';

/** One file that becomes an example. */
export interface ArrangedFile {
  readonly entry: ArchiveEntry;
  readonly className: string;
  readonly group: string | null;
  readonly part: Part | null;
}

/** A file that becomes an example, with a class or without. */
export type Candidate = ArrangedFile | { readonly entry: ArchiveEntry; readonly className: null };

/** How the files of an archive were understood. */
export interface Arranged {
  readonly files: readonly ArrangedFile[];
  /** Files without a class, which are kept beside the examples. */
  readonly unlabelled: readonly ArchiveEntry[];
  /** Why these have none: "they are not in the folder of a class". */
  readonly unlabelledWhy: string;
  readonly leftOut: LeftOut;
  readonly notes: readonly string[];
}
