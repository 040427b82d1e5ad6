import { describe, expect, it } from 'vitest';
import { randomFrom } from '../random/random.js';
import { armsOf, calibrationOf, probeOf, ranked, weightedQuantile } from './calibration.js';
import { type ArmPrediction, predictArms } from './predict-arms.js';
import { priorOf } from './prior.js';
import { type AdvisorRecord, MORE_SHOTS } from './records.js';

const KINDS = ['PLAIN/A', 'PLAIN/B', 'PLAIN/C'];
const CLASSES = 5;

/** Data sets whose errors follow power laws of their own; folds see them with binomial noise. */
function simulated(dataSets: number, seed: number): AdvisorRecord[] {
  const random = randomFrom(seed);
  return Array.from({ length: dataSets }, (_, d) => {
    const exponent = 0.4 + 0.1 * random.normal();
    const apart = KINDS.map((_, k) => 0.15 * k + 0.15 * random.normal());
    const scale = 0.5 + 0.5 * random.uniform();
    const errorAt = (k: number, shots: number) =>
      Math.min(0.8, scale * Math.exp(apart[k] as number) * shots ** -exponent);
    const noisy = (error: number, n: number) =>
      Math.min(1, Math.max(0, 1 - error + Math.sqrt((error * (1 - error)) / n) * random.normal()));
    return [5, 10, 20].flatMap((shots) =>
      [1, 2, 3].map((draw) => {
        const n = CLASSES * shots;
        const arm = (k: number) => {
          const error = errorAt(k, shots);
          const standard = Math.sqrt((error * (1 - error)) / n);
          const probe = {
            half: noisy(errorAt(k, shots / 2), n),
            most: noisy(errorAt(k, 0.8 * shots), n),
            error: standard,
            gainError: 1.4 * standard,
            apartError: standard,
          };
          return {
            probe,
            accuracy: noisy(error, 400),
            more: noisy(errorAt(k, shots + MORE_SHOTS), 400),
          };
        };
        const arms = Object.fromEntries(KINDS.map((kind, k) => [kind, arm(k)]));
        return {
          data: `set ${d}`,
          hash: `${d}`,
          modality: 'TABLE',
          classes: CLASSES,
          shots,
          seed: draw,
          arms,
        };
      }),
    );
  }).flat() as AdvisorRecord[];
}

describe('calibration', () => {
  it('takes the value at which the share of the weight is reached', () => {
    const values = [
      { value: 3, weight: 1 },
      { value: 1, weight: 2 },
      { value: 2, weight: 1 },
    ];
    expect(weightedQuantile(values, 0.5)).toBe(1);
    expect(weightedQuantile(values, 0.75)).toBe(2);
    expect(weightedQuantile(values, 0.76)).toBe(3);
  });

  it('makes nine of ten intervals hold on simulated data sets that it never saw', () => {
    const known = simulated(20, 1);
    const { accuracy, gain } = calibrationOf(known);
    let [held, gains, all] = [0, 0, 0];
    for (const record of simulated(100, 2)) {
      const prior = priorOf(known, 'TABLE', record.shots, KINDS);
      const [best] = ranked(predictArms(probeOf(record), armsOf(record), prior)) as [ArmPrediction];
      const reached = record.arms[best.key] as AdvisorRecord['arms'][string];
      all++;
      if (Math.abs(reached.accuracy - best.accuracy.mean) <= accuracy * best.accuracy.deviation) held++;
      if (Math.abs(reached.more - reached.accuracy - best.gain.mean) <= gain * best.gain.deviation) gains++;
    }
    expect(held / all).toBeGreaterThan(0.85);
    expect(held / all).toBeLessThan(0.97);
    expect(gains / all).toBeGreaterThan(0.85);
  });

  it('takes what other data sets speak for until folds speak clearly against it', () => {
    const prior = priorOf(simulated(20, 1), 'TABLE', 5, KINDS);
    const best = (most: number, apartError: number) => {
      const probe = { half: 0.5, most: 0.5, error: 0.1, gainError: 0.1, apartError };
      const arms = KINDS.map((kind, k) => ({
        key: kind,
        kind,
        probe: k === 2 ? { ...probe, half: most, most } : probe,
      }));
      return ranked(predictArms(probeOf({ classes: 5, shots: 5 }), arms, prior))[0]?.key;
    };
    expect(best(0.5, 0.3)).toBe('PLAIN/A');
    expect(best(0.6, 0.3)).toBe('PLAIN/A');
    expect(best(0.6, 0.01)).toBe('PLAIN/C');
  });
});
