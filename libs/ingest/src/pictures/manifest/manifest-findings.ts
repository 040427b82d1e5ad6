import type { GivenClass } from '../../layout/arrange-by-table.js';
import { quoteNames } from '../../names/quote-names.js';

/** What one row of a table says about a picture; null where it gives no class. */
export interface ManifestRow {
  readonly path: string;
  readonly given: GivenClass | null;
}

/** The sentence about rows of a table that name no picture of the archive; none where all do. */
export function namesWithoutPicture(cells: readonly string[]): string[] {
  if (cells.length === 0) return [];
  const one = cells.length === 1;
  return [
    `${cells.length} ${one ? 'row' : 'rows'} of the table of labels ${one ? 'names a file' : 'name files'} that the archive does not hold, or holds several times, and ${one ? 'was' : 'were'} left out: ${quoteNames(cells)}. Add the files, or write their whole paths.`,
  ];
}

/** The sentence about pictures that rows give different classes; none where there are none. */
export function severalLabels(rows: readonly ManifestRow[]): string[] {
  const first = new Map<string, string>();
  const contradicted = new Set<string>();
  for (const { path, given } of rows) {
    if (!given) continue;
    const known = first.get(path) ?? given.className;
    first.set(path, known);
    if (known !== given.className) contradicted.add(path);
  }
  if (contradicted.size === 0) return [];
  const one = contradicted.size === 1;
  return [
    `${contradicted.size} ${one ? 'picture has' : 'pictures have'} different classes in several rows of the table of labels; the first was taken: ${quoteNames([...contradicted])}. Correct the table where another one is right.`,
  ];
}
