import { cleanName } from '../names/clean-name.js';
import { partOf } from './part-of.js';

/** The class that the folder of a file names: the innermost one that does not mean a part; null without such a folder. */
export function classOfFolder(path: string): string | null {
  const folders = path.split('/').slice(0, -1).map(cleanName);
  return folders.findLast((folder) => folder !== '' && partOf(folder) === null) ?? null;
}
