import type { ModelManifest } from '@kshot/domain';
import { type Backbone, type Matrix, matrix } from '@kshot/fewshot';
import { encodeInputs, type RawInput } from '@kshot/ingest';
import { sharedBackbone } from './shared-backbones.js';

/** [n, dim] features of what a model is asked about, by a backbone that is ready for the next who ask. `release` at the end. */
export function featuresBy(manifest: ModelManifest, backbone: Backbone) {
  const shared = backbone.network.layers.length > 0 ? sharedBackbone(backbone) : undefined;
  return {
    async of(inputs: readonly RawInput[]): Promise<Matrix> {
      const x = await encodeInputs(manifest, inputs);
      if (!shared) return matrix(inputs.length, x.values.length / inputs.length, x.values);
      return stackedRows(shared.runner.run(x));
    },
    release: () => shared?.release(),
  };
}

export function stackedRows(rows: readonly ArrayLike<number>[]): Matrix {
  const out = matrix(rows.length, rows[0]?.length ?? 0);
  for (const [i, row] of rows.entries()) out.values.set(row, i * out.columns);
  return out;
}
