/** Where a file in an archive of class folders belongs. */
export interface Place {
  readonly path: string;
  readonly className: string;
  /** The outer of two levels of class folders. */
  readonly group: string | null;
  /** train, validation or test, where the archive is cut so. */
  readonly part: Part | null;
}
export type Part = 'train' | 'validation' | 'test';

const parts: Readonly<Record<string, Part>> = {
  train: 'train',
  training: 'train',
  validation: 'validation',
  valid: 'validation',
  val: 'validation',
  dev: 'validation',
  test: 'test',
  testing: 'test',
};

/**
 * Reads the folders above each file: common outer folders are passed over; where every outer folder left is called train,
 * validation or test it is the part; the last folder is the class and one above it the group. A file in no folder has none.
 */
export function placesIn(paths: readonly string[]): (Place | undefined)[] {
  let folders = paths.map((path) => path.split('/').slice(0, -1).filter(Boolean));
  const inFolders = folders.filter((names) => names.length > 0);
  const common = commonDepth(inFolders);
  folders = folders.map((names) => names.slice(common));
  const outer = new Set(inFolders.map((names) => names[common]?.toLowerCase() ?? ''));
  const cut = inFolders.length > 0 && outer.size > 1 && [...outer].every((name) => name in parts);
  return folders.map((names, i) => {
    const path = paths[i] as string;
    const below = cut ? names.slice(1) : names;
    const className = below.at(-1);
    if (className === undefined) return undefined;
    const group = below.at(-2) ?? null;
    return { path, className, group, part: cut ? (parts[(names[0] as string).toLowerCase()] as Part) : null };
  });
}

/** How many outer folders all files share, keeping at least the class folder. */
function commonDepth(folders: readonly string[][]): number {
  const [first = []] = folders;
  let depth = 0;
  while (
    depth < first.length - 1 &&
    folders.every((names) => names.length > depth + 1 && names[depth] === first[depth])
  )
    depth++;
  return depth;
}
