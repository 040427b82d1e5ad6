import { fitPowerLaw, logErrorAt, type Normal, type PowerLaw } from './power-law.js';
import type { Prior } from './prior.js';
import type { ArmProbe } from './probed-arms.js';
import { MORE_SHOTS } from './records.js';
import { shrunk } from './shrunk.js';

/** How many examples there are, and the numbers that the folds were fitted on. */
export interface Probe {
  readonly classes: number;
  readonly examples: number;
  readonly half: number;
  readonly most: number;
}

/** An arm that was probed, or one of which only its kind is known. */
export interface ProbedArm {
  readonly key: string;
  /** Under which other data sets know it. */
  readonly kind: string;
  readonly probe?: ArmProbe;
}

export interface ArmPrediction {
  readonly key: string;
  /** Whether folds of these examples speak in it. */
  readonly probed: boolean;
  /** By which arms are ranked: how far it lies from the mean of all, by the folds and by other data sets. */
  readonly rank: number;
  /** 0…1, fitted on all examples. */
  readonly accuracy: Normal;
  /** What 5 more examples of each class add to it. */
  readonly gain: Normal;
  /** Of the error by examples, through the prediction. */
  readonly curve: PowerLaw;
}

/** Of an arm that no other data set has. */
const UNKNOWN: Normal = { mean: 0, deviation: 0.1 };
/**
 * How far arms that could win lie from where they lie elsewhere, as a deviation: 1.8 points. Differences that folds show are drawn
 * towards other data sets by it and by their own error, so that noise does not outvote what is known of methods. Chosen on the data sets
 * of the table; from 1.6 to 2.2 the regret is the same within 0.1 (docs/decisions/advisor.md).
 */
const CONTENDERS_APART = 0.018;
/** In differences of arms the larger training size counts twice: it is the nearer one to all examples. */
const NEARER = 2 / 3;

/**
 * For each arm a learning curve through its folds at two sizes, its exponent held near that of other data sets; then how far
 * it lies from the mean of all arms, drawn towards where it lies elsewhere. An arm that was not probed is where it is elsewhere.
 */
export function predictArms(probe: Probe, arms: readonly ProbedArm[], prior: Prior): ArmPrediction[] {
  const fitted = arms.flatMap((arm) =>
    arm.probe ? [{ ...arm, probe: arm.probe, curve: curveOf(probe, arm.probe, prior) }] : [],
  );
  const level =
    fitted.length > 0 ? levelOf(fitted.map(({ curve }) => accuracyAt(curve, probe))) : prior.level;
  const elsewhere = (kind: string) => prior.apart.get(kind) ?? UNKNOWN;
  const offset = fitted.length > 0 ? meanOf(fitted.map(({ kind }) => elsewhere(kind).mean)) : 0;
  const both = (one: ArmProbe) => NEARER * one.most + (1 - NEARER) * one.half;
  const centre = meanOf(fitted.map((arm) => both(arm.probe)));
  return arms.map(({ key, kind, probe: own }) => {
    const before = { mean: elsewhere(kind).mean - offset, deviation: elsewhere(kind).deviation };
    const seen = own && { mean: both(own) - centre, deviation: own.apartError };
    const apart = seen ? shrunk(seen, before) : before;
    const accuracy = {
      mean: Math.min(1, Math.max(0, level.mean + apart.mean)),
      deviation: Math.hypot(level.deviation, apart.deviation),
    };
    const fit = fitted.find((arm) => arm.key === key)?.curve;
    return {
      key,
      probed: own !== undefined,
      rank: (seen ? shrunk(seen, { ...before, deviation: CONTENDERS_APART }) : before).mean,
      accuracy,
      ...futureOf(fit, accuracy, probe, prior),
    };
  });
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);

/** All arms meet the same examples, so their mean is no surer than each of them. */
const levelOf = (each: readonly Normal[]): Normal => ({
  mean: meanOf(each.map(({ mean }) => mean)),
  deviation: meanOf(each.map(({ deviation }) => deviation)),
});

/** Errors by folds, not below half an example, so that their logarithm is finite. */
const errorOf = (accuracy: number, examples: number): number => Math.max(0.5 / examples, 1 - accuracy);

function curveOf({ examples, half, most }: Probe, probe: ArmProbe, { exponent }: Prior): PowerLaw {
  const [a, b] = [errorOf(probe.half, examples), errorOf(probe.most, examples)];
  const variance = probe.error ** 2;
  // Both sizes are scored on the same examples: what they share falls out of the slope.
  const shared = Math.min(0.9999, Math.max(0, 1 - probe.gainError ** 2 / variance / 2)) * variance;
  const covariance = [
    [variance / a ** 2, shared / (a * b)],
    [shared / (a * b), variance / b ** 2],
  ];
  return fitPowerLaw([half, most], [a, b], covariance, exponent);
}

function accuracyAt(curve: PowerLaw, { examples }: Probe): Normal {
  const { mean, deviation } = logErrorAt(curve, examples);
  const error = Math.min(1, Math.exp(mean));
  return { mean: 1 - error, deviation: error * deviation };
}

/** The curve moved to go through what is predicted at all examples, and what 5 more of each class add along it. */
function futureOf(fit: PowerLaw | undefined, accuracy: Normal, probe: Probe, prior: Prior) {
  const { examples, classes } = probe;
  const exponent = Math.max(0, fit ? fit.exponent : prior.exponent.mean);
  const variance = fit ? fit.covariance[1][1] : prior.exponent.deviation ** 2;
  const error = errorOf(accuracy.mean, examples);
  const x = Math.log(examples);
  const step = Math.log((examples + MORE_SHOTS * classes) / examples);
  const after = error * Math.exp(-exponent * step);
  // Half an example of all is the least that a gain can be off by.
  const deviation = Math.hypot(after * step * Math.sqrt(variance), 0.5 / examples);
  const curve: PowerLaw = {
    exponent,
    logScale: Math.log(error) + exponent * x,
    // The level at all examples and the exponent are taken as independent.
    covariance: [
      [(accuracy.deviation / error) ** 2 + variance * x * x, variance * x],
      [variance * x, variance],
    ],
  };
  return { gain: { mean: error - after, deviation }, curve };
}
