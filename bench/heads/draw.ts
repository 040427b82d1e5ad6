import { randomFrom } from '@kshot/fewshot';
import type { Size } from './works.js';

/** Classes are clouds around means of their own; the same numbers for the same size. */
export function draw({ rows, columns, classes, scored }: Size) {
  const random = randomFrom(7);
  const means = Float64Array.from({ length: classes * columns }, () => random.normal());
  const part = (n: number) => {
    const labels = Int32Array.from({ length: n }, (_, i) => i % classes);
    const values = Float64Array.from({ length: n * columns }, (_, at) => {
      const k = labels[Math.floor(at / columns)] as number;
      return 0.6 * (means[k * columns + (at % columns)] as number) + 1.5 * random.normal();
    });
    return { labels, features: { rows: n, columns, values } };
  };
  return { fit: part(rows), score: part(scored) };
}
