import type { StoredMap } from '@kshot/domain';
import type { Blobs } from './blobs.js';

/** Stores a map; gives the blob's hash. */
export const writeMap = async (blobs: Blobs, map: StoredMap): Promise<string> =>
  (await blobs.write([Buffer.from(JSON.stringify(map))])).hash;

export const readMap = async (blobs: Blobs, hash: string): Promise<StoredMap> =>
  JSON.parse((await blobs.read(hash)).toString()) as StoredMap;
