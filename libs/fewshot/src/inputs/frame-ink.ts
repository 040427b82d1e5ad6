import type { Images } from './image.js';
import { medianPixel } from './median-pixel.js';

/** Steps of 0…255 by which ink differs from the paper at least. */
const CONTRAST = 64;
/** Side of the frame, in sides of the ink. */
const MARGIN = 1.25;
/** The least side of ink that is enlarged to the frame, in shares of the picture's: a dot stays smaller than a letter. */
const LEAST = 0.23;

/**
 * The chosen pictures, each with its ink (what differs from the picture's own middle pixel) moved to the middle and brought
 * to one size, bilinear, on plain paper. Where on the sheet and how large a sign was drawn then no longer counts. A
 * picture without ink stays as it is.
 */
export function framedInk(images: Images, rows: ArrayLike<number>): Images {
  const size = images.height * images.width * images.channels;
  const pixels = new Uint8Array(rows.length * size);
  for (let i = 0; i < rows.length; i++) {
    const from = (rows[i] as number) * size;
    const picture = images.pixels.subarray(from, from + size);
    pixels.set(framed({ ...images, pixels: picture }), i * size);
  }
  return { ...images, pixels };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function framed(picture: Images): Uint8Array {
  const { height, width, channels, pixels } = picture;
  const paper = medianPixel([pixels]);
  const box = inkOf(picture, paper);
  if (!box) return pixels;
  const longer = Math.max(height, width);
  const ink = Math.max(box.right - box.left + 1, box.bottom - box.top + 1, LEAST * longer);
  const scale = (ink * MARGIN) / longer;
  const [middleX, middleY] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const at = (x: number, y: number, c: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? paper : (pixels[(y * width + x) * channels + c] as number);
  const out = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    const sourceY = middleY + (y + 0.5 - height / 2) * scale;
    const [top, fy] = [Math.floor(sourceY), sourceY - Math.floor(sourceY)];
    for (let x = 0; x < width; x++) {
      const sourceX = middleX + (x + 0.5 - width / 2) * scale;
      const [left, fx] = [Math.floor(sourceX), sourceX - Math.floor(sourceX)];
      for (let c = 0; c < channels; c++) {
        const upper = at(left, top, c) * (1 - fx) + at(left + 1, top, c) * fx;
        const lower = at(left, top + 1, c) * (1 - fx) + at(left + 1, top + 1, c) * fx;
        out[(y * width + x) * channels + c] = Math.round(upper * (1 - fy) + lower * fy);
      }
    }
  }
  return out;
}

/** The pixels that ink covers, or undefined where there is none. */
function inkOf({ width, channels, pixels }: Images, paper: number): Box | undefined {
  let [left, right, top, bottom] = [Number.POSITIVE_INFINITY, -1, Number.POSITIVE_INFINITY, -1];
  for (const [i, value] of pixels.entries()) {
    if (Math.abs(value - paper) < CONTRAST) continue;
    const cell = Math.floor(i / channels);
    const [x, y] = [cell % width, Math.floor(cell / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return right < 0 ? undefined : { left, right, top, bottom };
}
