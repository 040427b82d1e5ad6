import { cleanName } from '../names/clean-name.js';

/** A path of an archive as folders below one root: no drive, no leading slash, no `.` and `..`, each name cleaned. */
export const cleanPath = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .replace(/^[a-z]:\//i, '')
    .split('/')
    .map(cleanName)
    .filter((name) => name !== '' && name !== '.' && name !== '..')
    .join('/');

/** Folders and what operating systems add. */
export const isNoise = (path: string): boolean =>
  path === '' ||
  path.startsWith('__MACOSX/') ||
  /(^|\/)(\._[^/]*|\.DS_Store|Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon)$/i.test(path);
