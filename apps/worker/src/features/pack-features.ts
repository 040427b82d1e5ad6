import { type Pack, rawExamples } from '@kshot/domain';
import { type Matrix, plainBackbone, plainFeatures } from '@kshot/fewshot';

/** Examples themselves as features [rows, dim]; what is fitted of them (of a table) is fitted on `fitRows`. */
export function packFeatures(pack: Pack): (fitRows: Int32Array, rows: Int32Array) => Matrix {
  const raw = rawExamples(pack);
  return (fitRows, rows) => plainFeatures(plainBackbone(raw, fitRows).input, raw, rows);
}
