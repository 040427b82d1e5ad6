import { hasBrand, startsWith } from './signature.js';

/** A format of pictures, known by its first bytes. */
export interface PictureKind {
  readonly name: string;
  readonly extensions: readonly string[];
  readonly matches: (head: Buffer) => boolean;
  /** Who decodes it: sharp, our own reader of bitmaps, or nobody, with the way out. */
  readonly decoder: 'sharp' | 'bmp' | { readonly instead: string };
}

const riff = (form: string) => (head: Buffer) => startsWith('RIFF')(head) && startsWith(form, 8)(head);
const tiff = (head: Buffer) =>
  [
    [0x49, 0x49, 42, 0],
    [0x4d, 0x4d, 0, 42],
    [0x49, 0x49, 43, 0],
    [0x4d, 0x4d, 0, 43],
  ].some((magic) => startsWith(magic)(head));
const canonRaw = (head: Buffer) => tiff(head) && startsWith('CR', 8)(head);
/** Passes over a mark, a declaration and comments piece by piece: one pattern for all could be made to take for ever. */
function svg(head: Buffer): boolean {
  let text = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  for (;;) {
    const end = text.startsWith('<?')
      ? text.indexOf('?>') + 2
      : text.startsWith('<!--')
        ? text.indexOf('-->') + 3
        : 0;
    if (end < 4) return /^(<svg[\s>]|<!DOCTYPE\s+svg)/i.test(text);
    text = text.slice(end).trimStart();
  }
}

export const pictureKinds: readonly PictureKind[] = [
  {
    name: 'PNG',
    extensions: ['png', 'apng'],
    matches: startsWith([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    decoder: 'sharp',
  },
  {
    name: 'JPEG',
    extensions: ['jpg', 'jpeg', 'jpe', 'jfif'],
    matches: startsWith([0xff, 0xd8, 0xff]),
    decoder: 'sharp',
  },
  { name: 'WebP', extensions: ['webp'], matches: riff('WEBP'), decoder: 'sharp' },
  { name: 'GIF', extensions: ['gif'], matches: startsWith('GIF8'), decoder: 'sharp' },
  {
    name: 'TIFF',
    extensions: ['tif', 'tiff'],
    matches: (head) => tiff(head) && !canonRaw(head),
    decoder: 'sharp',
  },
  { name: 'AVIF', extensions: ['avif'], matches: hasBrand('avif', 'avis'), decoder: 'sharp' },
  {
    name: 'BMP',
    extensions: ['bmp', 'dib'],
    matches: (head) =>
      startsWith('BM')(head) &&
      head.length > 18 &&
      [12, 40, 52, 56, 64, 108, 124].includes(head.readUInt32LE(14)),
    decoder: 'bmp',
  },
  {
    name: 'HEIC',
    extensions: ['heic', 'heif'],
    matches: hasBrand('heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'),
    decoder: {
      instead: 'Save HEIC photos as JPEG; on an iPhone: Settings, Camera, Formats, Most Compatible.',
    },
  },
  {
    name: 'SVG',
    extensions: ['svg'],
    matches: svg,
    decoder: { instead: 'SVG is a drawing, not a picture: export it as PNG.' },
  },
  {
    name: 'JPEG XL',
    extensions: ['jxl'],
    matches: (head) =>
      startsWith([0xff, 0x0a])(head) || startsWith([0, 0, 0, 12, 0x4a, 0x58, 0x4c, 0x20])(head),
    decoder: { instead: 'Save it as JPEG or PNG.' },
  },
  {
    name: 'JPEG 2000',
    extensions: ['jp2', 'j2k'],
    matches: (head) =>
      startsWith([0, 0, 0, 12, 0x6a, 0x50])(head) || startsWith([0xff, 0x4f, 0xff, 0x51])(head),
    decoder: { instead: 'Save it as JPEG or PNG.' },
  },
  {
    name: 'Photoshop',
    extensions: ['psd'],
    matches: startsWith('8BPS'),
    decoder: { instead: 'Export it as PNG.' },
  },
  {
    name: 'camera raw',
    extensions: ['cr2', 'cr3', 'nef', 'arw', 'dng', 'raf', 'orf', 'rw2'],
    matches: (head) => canonRaw(head) || hasBrand('crx ')(head),
    decoder: { instead: 'Export it as JPEG or PNG.' },
  },
  {
    name: 'DICOM',
    extensions: ['dcm'],
    matches: startsWith('DICM', 128),
    decoder: { instead: 'Export it as PNG or TIFF.' },
  },
];

/** The first bytes that tell a kind. */
export const HEAD_BYTES = 512;

export const pictureKindOf = (bytes: Buffer): PictureKind | undefined => {
  const head = bytes.subarray(0, HEAD_BYTES);
  return pictureKinds.find((kind) => kind.matches(head));
};

const extensions = new Set(pictureKinds.flatMap((kind) => kind.extensions));
export const extensionOf = (name: string): string => /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
/** Whether a name is one of a picture. */
export const isPictureName = (name: string): boolean => extensions.has(extensionOf(name));
