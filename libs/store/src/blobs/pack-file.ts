import { decodeArrays, encodeArrays, type Pack, packManifest } from '@kshot/domain';
import type { Blobs, Stored } from './blobs.js';

/** Stores a version's examples; the hash is the version's content hash. */
export const writePack = (blobs: Blobs, { manifest, arrays }: Pack): Promise<Stored> =>
  blobs.write(encodeArrays({ metadata: { manifest: JSON.stringify(manifest) }, arrays }));

export async function readPack(blobs: Blobs, hash: string): Promise<Pack> {
  const { metadata, arrays } = decodeArrays(await blobs.read(hash));
  return { manifest: packManifest.parse(JSON.parse(metadata.manifest ?? 'null')), arrays };
}
