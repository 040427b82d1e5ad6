import type { Readable } from 'node:stream';

/** A file on disk or in an archive. */
export interface Source {
  readonly name: string;
  readonly bytes: number;
  read(): Promise<Buffer>;
  /** The first bytes, at least as many as the file has up to `length`. */
  head(length: number): Promise<Buffer>;
  stream(): Promise<Readable>;
}

/** A file in an archive. */
export interface ArchiveEntry extends Source {
  /** Cleaned: composed, relative, with `/` between folders and without `..`. */
  readonly path: string;
}

export interface Archive {
  /** Files only, without what operating systems add, in the order of their paths. */
  readonly entries: readonly ArchiveEntry[];
  /** Sentences about links and odd names. */
  readonly findings: readonly string[];
  close(): Promise<void>;
}
