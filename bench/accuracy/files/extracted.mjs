import { featureExtractor } from '@kshot/fewshot';
import { engine } from '@kshot/native';

/** Features of the chosen rows by a backbone, packed: [rows, dim]. */
export function extracted(backbone, raw, rows) {
  const extractor = featureExtractor(engine(), backbone);
  const found = extractor.features(raw, rows);
  extractor.dispose();
  return found;
}
