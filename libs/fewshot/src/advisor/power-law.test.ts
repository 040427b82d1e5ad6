import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fitPowerLaw, logErrorAt } from './power-law.js';

interface Case {
  readonly sizes: number[];
  readonly errors: number[];
  readonly covariance: number[][];
  readonly found: [number, number];
  readonly spread: number[][];
}
const cases = JSON.parse(readFileSync(new URL('fixtures/power-law.json', import.meta.url), 'utf8')) as Case[];

describe('a power law', () => {
  it("is SciPy's, with its covariance, where there is no prior", () => {
    for (const { sizes, errors, covariance, found, spread } of cases) {
      const law = fitPowerLaw(sizes, errors, covariance);
      expect(law.logScale).toBeCloseTo(found[0], 6);
      expect(law.exponent).toBeCloseTo(found[1], 6);
      for (const i of [0, 1])
        for (const j of [0, 1]) expect(law.covariance[i]?.[j]).toBeCloseTo(spread[i]?.[j] as number, 6);
    }
  });

  it('goes through two points: errors 0.4 at 10 and 0.2 at 40 halve with four times the examples', () => {
    const law = fitPowerLaw(
      [10, 40],
      [0.4, 0.2],
      [
        [0.01, 0],
        [0, 0.01],
      ],
    );
    expect(law.exponent).toBeCloseTo(0.5, 10);
    expect(Math.exp(logErrorAt(law, 160).mean)).toBeCloseTo(0.1, 10);
  });

  it('keeps to the exponent of elsewhere when the points are noisy, and to its own when they are sure', () => {
    const noise = (variance: number) => [
      [variance, 0],
      [0, variance],
    ];
    const elsewhere = { mean: 0.3, deviation: 0.1 };
    expect(fitPowerLaw([10, 40], [0.4, 0.2], noise(100), elsewhere).exponent).toBeCloseTo(0.3, 3);
    expect(fitPowerLaw([10, 40], [0.4, 0.2], noise(1e-8), elsewhere).exponent).toBeCloseTo(0.5, 3);
  });
});
