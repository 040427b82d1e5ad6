import { isPictureName } from '../../kinds/picture-kinds.js';

/** What is put behind the name of a picture to name its mask: x_mask.png, x-seg.png, x_labels.png, x_mask_1.png. */
const suffix = /[\s_-](masks?|seg|segmentation|labels?|gt)([\s_-]?\d{1,3})?$/;

/** The pictures that lie beside another of the same name without the suffix of a mask. */
export function masksBeside(paths: readonly string[]): ReadonlySet<string> {
  const pictures = paths.filter(isPictureName);
  const stems = new Set(pictures.map(stemOf));
  return new Set(
    pictures.filter((path) => {
      const stem = stemOf(path);
      return suffix.test(stem) && stems.has(stem.replace(suffix, ''));
    }),
  );
}

const stemOf = (path: string): string => path.replace(/\.[^./]*$/, '').toLowerCase();
