import { expect, test } from 'vitest';
import { refuseDrawings } from './refuse-drawings.js';

test('drawings are refused together with every other format that cannot be read', () => {
  expect(() => refuseDrawings(['a/0.heic', 'a/0.svg', 'b/1.heic', 'b/1.svg', 'b/2.png', 'b/3.jxl'])).toThrow(
    '2 files are SVG drawings, not pictures: a/0.svg, b/1.svg. Export drawings as PNG. 2 pictures are in the HEIC format, which cannot be read: a/0.heic, b/1.heic. Save HEIC photos as JPEG; on an iPhone: Settings, Camera, Formats, Most Compatible. 1 picture is in the JPEG XL format, which cannot be read: b/3.jxl. Save it as JPEG or PNG.',
  );
});

test('without drawings nothing is refused', () => {
  expect(() => refuseDrawings(['a/0.heic', 'b/2.png'])).not.toThrow();
});
