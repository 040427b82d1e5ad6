const PHOTO = /\.(png|jpe?g|webp|gif|bmp|tiff?|heic|avif)$/i;

/** What several files that were dropped are called together: their common folder, the first folder and how many more there are, or how many photos or files. */
export function archiveName(paths: readonly string[]): string {
  const tops = [...new Set(paths.map((path) => path.split('/')[0] as string))];
  const [first = 'files'] = tops;
  if (paths.some((path) => path.startsWith(`${first}/`)))
    return tops.length > 1 ? `${first} and ${tops.length - 1} more` : first;
  if (tops.length === 1) return first.replace(/(?<=.)\.[^.]*$/, '');
  return `${tops.length} ${paths.every((path) => PHOTO.test(path)) ? 'photos' : 'files'}`;
}
