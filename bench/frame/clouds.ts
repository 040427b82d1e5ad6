import { matrix, randomFrom, type Support } from '@kshot/fewshot';

/** Classes that are clouds around means of their own: `apart` is the spread of the means, 1.5 that within a class. */
interface Shape {
  readonly columns: number;
  readonly classes: number;
  readonly apart: number;
}

/** Returns a function that draws examples of the classes in turn: the same numbers for the same seed. */
export function drawClouds(seed: number, { columns, classes, apart }: Shape): (examples: number) => Support {
  const random = randomFrom(seed);
  const means = Float64Array.from({ length: classes * columns }, () => random.normal());
  return (examples) => {
    const labels = Int32Array.from({ length: examples }, (_, i) => i % classes);
    const features = matrix(examples, columns);
    for (let at = 0; at < features.values.length; at++) {
      const k = labels[Math.floor(at / columns)] as number;
      features.values[at] = apart * (means[k * columns + (at % columns)] as number) + 1.5 * random.normal();
    }
    return { features, labels, ways: classes };
  };
}
