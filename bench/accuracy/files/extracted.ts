import {
  type Backbone,
  featureExtractor,
  type Matrix,
  matrix,
  type Packed,
  type RawExamples,
} from '@kshot/fewshot';
import { engine } from '@kshot/native';

/** Packed features as a matrix. */
export const featureMatrix = ({ shape: [rows = 0, columns = 0], values }: Packed): Matrix =>
  matrix(rows, columns, values);

/** Features of the chosen rows by a backbone, packed: [rows, dim]. */
export function extracted(backbone: Backbone, raw: RawExamples, rows: Int32Array): Packed {
  const extractor = featureExtractor(engine(), backbone);
  try {
    return extractor.features(raw, rows);
  } finally {
    extractor.dispose();
  }
}
