import { type Pack, rawExamples } from '@kshot/domain';
import { encodeExamples, inputSpec, type Matrix, matrix } from '@kshot/fewshot';

/** Examples themselves as features [rows, dim]; what is fitted of them (of a table) is fitted on `fitRows`. */
export function plainFeatures(pack: Pack): (fitRows: Int32Array, rows: Int32Array) => Matrix {
  const raw = rawExamples(pack);
  const side = Math.min(32, pack.manifest.image?.height ?? 32);
  return (fitRows, rows) => {
    const input = inputSpec(raw, fitRows, { imageSize: side, textFeatures: 1024 });
    const { values } = encodeExamples(input, raw, rows);
    const found = matrix(rows.length, values.length / Math.max(1, rows.length), values);
    return raw.modality === 'IMAGE' ? { ...found, values: found.values.map((byte) => byte / 255) } : found;
  };
}
