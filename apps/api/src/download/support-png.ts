import { DomainError } from '@kshot/domain';
import { encodePng } from '@kshot/ingest';
import { countRows, readSupport, type Store } from '@kshot/store';

/** The picture of a support example as PNG. */
export async function supportPng(store: Store, hash: string, index: number): Promise<Buffer> {
  const used = await Promise.all([
    countRows(store, 'model', { lessonHash: hash }),
    countRows(store, 'model', { supportHash: hash }),
  ]);
  const known = used.some((count) => count > 0);
  const { pixels } = known ? await readSupport(store.blobs, hash) : {};
  const [count = 0, height = 0, width = 0, channels = 0] = pixels?.shape ?? [];
  if (!pixels || !Number.isInteger(index) || index < 0 || index >= count)
    throw new DomainError('NOT_FOUND', 'There is no such picture.');
  const size = height * width * channels;
  return encodePng((pixels.values as Uint8Array).subarray(index * size, (index + 1) * size), {
    height,
    width,
    channels,
  });
}
