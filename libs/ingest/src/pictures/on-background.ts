/** Content lighter than this is put on black. */
const LIGHT = 160;

/** Bytes with an alpha channel last, put on white, or on black where what is visible is light: it stays visible either way. */
export function onBackground(data: Uint8Array, channels: number): Uint8Array {
  const colours = channels - 1;
  let light = 0;
  let weight = 0;
  for (let at = 0; at < data.length; at += channels) {
    const alpha = data[at + colours] as number;
    for (let c = 0; c < colours; c++) light += ((data[at + c] as number) * alpha) / colours;
    weight += alpha;
  }
  const opaque = weight === (255 * data.length) / channels;
  const background = !opaque && light > LIGHT * weight ? 0 : 255;
  const out = new Uint8Array((data.length / channels) * colours);
  for (let at = 0, to = 0; at < data.length; at += channels) {
    const alpha = (data[at + colours] as number) / 255;
    for (let c = 0; c < colours; c++)
      out[to++] = Math.round((data[at + c] as number) * alpha + background * (1 - alpha));
  }
  return out;
}
