import { DomainError } from '@kshot/domain';
import { extensionOf, pictureKinds } from '../kinds/picture-kinds.js';
import { quoteNames } from '../names/quote-names.js';

/**
 * Drawings can carry scripts and draw on other files: an archive with some as examples is refused, so that nobody misses them.
 * Pictures of other formats that cannot be read are named with them. Throws DATA_IMAGE.
 */
export function refuseDrawings(paths: readonly string[]): void {
  const drawings = paths.filter((path) => extensionOf(path) === 'svg');
  if (drawings.length === 0) return;
  const what =
    drawings.length === 1 ? 'file is an SVG drawing, not a picture' : 'files are SVG drawings, not pictures';
  throw new DomainError(
    'DATA_IMAGE',
    [
      `${drawings.length} ${what}: ${quoteNames(drawings)}. Export drawings as PNG.`,
      ...unreadByName(paths),
    ].join(' '),
  );
}

/** A sentence for each format besides drawings that cannot be read, by the extensions of names. */
const unreadByName = (paths: readonly string[]): string[] =>
  pictureKinds.flatMap(({ name, extensions, decoder }) => {
    const found = paths.filter((path) => extensions.includes(extensionOf(path)));
    if (typeof decoder === 'string' || found.length === 0 || extensions.includes('svg')) return [];
    const what = found.length === 1 ? 'picture is' : 'pictures are';
    return [
      `${found.length} ${what} in the ${name} format, which cannot be read: ${quoteNames(found)}. ${decoder.instead}`,
    ];
  });
