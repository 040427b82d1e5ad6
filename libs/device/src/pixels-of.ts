/** The bytes [height, width, channels] of a photo that fills a shape, the rest cut off evenly; transparent ones on white. Throws RangeError where the browser cannot read it. */
export async function pixelsOf(
  photo: Blob,
  { height, width, channels }: { height: number; width: number; channels: number },
): Promise<Uint8Array> {
  const image = await createImageBitmap(photo).catch(() => {
    throw new RangeError('This file cannot be read here as a picture.');
  });
  const scale = Math.max(width / image.width, height / image.height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const drawn = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  drawn.fillStyle = 'white';
  drawn.fillRect(0, 0, width, height);
  drawn.imageSmoothingQuality = 'high';
  const [w, h] = [image.width * scale, image.height * scale];
  drawn.drawImage(image, (width - w) / 2, (height - h) / 2, w, h);
  image.close();
  const { data } = drawn.getImageData(0, 0, width, height);
  const pixels = new Uint8Array(height * width * channels);
  for (let i = 0; i < height * width; i++) {
    const [red = 0, green = 0, blue = 0] = data.subarray(4 * i, 4 * i + 3);
    if (channels === 1) pixels[i] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
    else pixels.set([red, green, blue], 3 * i);
  }
  return pixels;
}
