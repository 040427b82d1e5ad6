import { foldersOf } from '../folders-of.js';
import { isMask } from './masks.js';
import { masksBeside } from './masks-beside.js';

/** Which of these files are never examples, and why: those in hidden folders, and masks of pictures. */
export function neverExamples(paths: readonly string[]): ('HIDDEN' | 'MASK' | null)[] {
  const folders = paths.map(foldersOf);
  const masked = isMask(folders);
  const beside = masksBeside(paths);
  return paths.map((path, i) => {
    const names = folders[i] as readonly string[];
    if (names.some((name) => name.startsWith('.') || name === '@eaDir')) return 'HIDDEN';
    return masked(names) || beside.has(path) ? 'MASK' : null;
  });
}
