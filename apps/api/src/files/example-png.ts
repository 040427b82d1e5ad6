import { encodePng } from '@kshot/ingest';
import type { PackReader } from '@kshot/store';

/** The picture of example number `index` as PNG. */
export async function examplePng(pack: PackReader, index: number): Promise<Buffer> {
  const pixels = await pack.rows('pixels', index, index + 1);
  return encodePng(pixels as Uint8Array, pack.manifest.image!);
}
