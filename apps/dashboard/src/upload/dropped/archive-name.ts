/** What several files that were dropped are called together: their common folder, or the first one and how many more there are. */
export function archiveName(paths: readonly string[]): string {
  const tops = [...new Set(paths.map((path) => path.split('/')[0] as string))];
  const [first = 'files'] = tops;
  const isFolder = paths.some((path) => path.startsWith(`${first}/`));
  const name = isFolder ? first : first.replace(/(?<=.)\.[^.]*$/, '');
  return tops.length > 1 ? `${name} and ${tops.length - 1} more` : name;
}
