import { quoteNames } from '../names/quote-names.js';

/** The sentence about pictures of one colour; none where there are none. */
export const blankPictures = (names: readonly string[]): string[] =>
  names.length === 0
    ? []
    : [
        `${names.length} ${names.length === 1 ? 'picture is' : 'pictures are'} blank (one colour all over): ${quoteNames(names)}.`,
      ];

/** The sentence about pictures of which only the first page or frame is read; none where there are none. */
export const severalPages = (names: readonly string[]): string[] =>
  names.length === 0
    ? []
    : [
        names.length === 1
          ? `1 picture has several pages or frames; the first one was taken: ${quoteNames(names)}. To use the others, save each as a picture.`
          : `${names.length} pictures have several pages or frames; the first of each was taken: ${quoteNames(names)}. To use the others, save each as a picture.`,
      ];
