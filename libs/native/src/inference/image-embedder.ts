import type { Packed } from '@kshot/fewshot';
import { compile } from '../compile.js';
import { registerNativeKernels } from '../kernels/register.js';
import { imageFeatures } from './image-features.js';
import type { LayerList } from './layer-list.js';

export interface ImageEmbedder {
  /** [height, width, channels] that an image must have. */
  readonly size: readonly [number, number, number];
  /** Images one after another, as bytes 0…255 → [images, features]. */
  embed(pixels: Uint8Array): Packed;
  dispose(): void;
}

/** A layer-list backbone compiled for batches of a fixed size; the last batch is filled up. */
export function imageEmbedder(model: LayerList, bytes: Uint8Array, batch = 16): ImageEmbedder {
  registerNativeKernels();
  const [, height = 0, width = 0, channels = 0] = model.input.shape;
  const size: [number, number, number] = [height, width, channels];
  const feeds = { pixels: { shape: [batch, ...size], dtype: 'int32' } } as const;
  const network = compile(({ pixels }) => ({ features: imageFeatures(model, bytes, pixels!) }), feeds);
  const each = size[0] * size[1] * size[2];
  return {
    size,
    embed(pixels) {
      const count = pixels.length / each;
      if (!Number.isInteger(count))
        throw new Error(`images of [${size}] have ${each} bytes each, got ${pixels.length}`);
      const found: Float32Array[] = [];
      for (let from = 0; from < count; from += batch) {
        const filled = new Int32Array(batch * each);
        filled.set(pixels.subarray(from * each, Math.min(count, from + batch) * each));
        found.push(network({ pixels: filled }).features!.values as Float32Array);
      }
      const width = found.length > 0 ? found[0]!.length / batch : 0;
      const values = new Float32Array(count * width);
      for (const [i, part] of found.entries()) {
        const from = i * batch * width;
        values.set(part.subarray(0, Math.min(part.length, values.length - from)), from);
      }
      return { shape: [count, width], values };
    },
    dispose: () => network.dispose(),
  };
}
