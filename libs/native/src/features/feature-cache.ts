import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Packed } from '@kshot/fewshot';

/** What features depend on: the hash of the backbone and the hash of the content that was embedded. */
export interface FeatureKey {
  readonly backbone: string;
  readonly content: string;
}
export interface FeatureCache {
  get(key: FeatureKey): Packed | undefined;
  put(key: FeatureKey, features: Packed): void;
  /** The stored features, or those computed now and stored. */
  through(key: FeatureKey, compute: () => Packed): Packed;
}

const sha256 = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/**
 * Features on disk, keyed by content. A file holds a hash of its rest, so that a damaged one is computed anew;
 * it appears whole, by a rename, so that processes may share the folder.
 */
export function featureCache(folder: string): FeatureCache {
  const path = ({ backbone, content }: FeatureKey) =>
    join(folder, `${sha256(JSON.stringify([backbone, content])).toString('hex')}.features`);
  const get = (key: FeatureKey): Packed | undefined => {
    let file: Buffer;
    try {
      file = readFileSync(path(key));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    const rest = file.subarray(32);
    if (file.length < 40 || !sha256(rest).equals(file.subarray(0, 32))) return undefined;
    const shape = [rest.readUInt32LE(0), rest.readUInt32LE(4)];
    return { shape, values: new Float32Array(Uint8Array.from(rest.subarray(8)).buffer) };
  };
  const put = (key: FeatureKey, { shape, values }: Packed) => {
    const head = Buffer.alloc(8);
    head.writeUInt32LE(shape[0]!, 0);
    head.writeUInt32LE(shape[1]!, 4);
    const rest = Buffer.concat([head, Buffer.from(values.buffer, values.byteOffset, values.byteLength)]);
    mkdirSync(folder, { recursive: true });
    const unfinished = `${path(key)}-${process.pid}-${randomBytes(4).toString('hex')}`;
    writeFileSync(unfinished, Buffer.concat([sha256(rest), rest]));
    renameSync(unfinished, path(key));
  };
  return {
    get,
    put,
    through(key, compute) {
      const stored = get(key);
      if (stored) return stored;
      const features = compute();
      put(key, features);
      return features;
    },
  };
}
