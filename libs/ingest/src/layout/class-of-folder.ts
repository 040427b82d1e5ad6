import { cleanName } from '../names/clean-name.js';
import { partOf } from './part-of.js';
import { withoutEnding, withoutSamples } from './without-samples.js';

const foldersIn = (path: string): string[] => path.split('/').slice(0, -1).map(cleanName);

/** The class that the folder of a file names: the innermost one that does not mean a part; undefined without such a folder. */
const ownFolder = (path: string): string | undefined =>
  foldersIn(path).findLast((folder) => folder !== '' && partOf(folder) === null);

/**
 * The class that the folders of a file name, by the known ones: the innermost, or with its group ("greek/alpha"). Where new classes are
 * taken in, any other folder is one. Endings that an import takes off are none of the name here either.
 */
export function classesOfFolders(
  paths: readonly string[],
  known: ReadonlySet<string>,
  takesNew: boolean,
): (path: string) => string | null {
  const short = withoutSamples(new Set(paths.flatMap((path) => ownFolder(path) ?? [])));
  const plain = (folder: string): string => {
    if (known.has(folder)) return folder;
    return known.has(withoutEnding(folder)) ? withoutEnding(folder) : short(folder);
  };
  return (path) => {
    const folders = foldersIn(path).map(plain);
    for (let end = folders.length; end > 0; end--)
      for (let from = end - 1; from >= 0; from--) {
        const name = folders.slice(from, end).join('/');
        if (known.has(name)) return name;
      }
    const own = takesNew ? ownFolder(path) : undefined;
    return own === undefined ? null : plain(own);
  };
}
