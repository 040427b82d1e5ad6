import type { Candidate } from '../evaluation/candidate.js';
import type { HeadMethod } from '../heads/head-kinds.js';
import type { FeatureTransform } from '../heads/transforms/feature-transform.js';
import type { RawExamples } from '../inputs/examples.js';
import type { PretrainSettings } from '../methods/pretrain.options.js';

/** Where features come from: a registered backbone, or the examples themselves. */
export type FeatureSource = 'FEATURES' | 'PLAIN';

/** A head that the advisor weighs, on features of one source. */
export interface HeadArm {
  /** Under which figures of other data sets are kept: source and method. */
  readonly kind: string;
  readonly source: FeatureSource;
  readonly candidate: Candidate;
}

const arm = (source: FeatureSource, method: HeadMethod, transform: FeatureTransform = 'NONE'): HeadArm => ({
  kind: `${source}/${method}`,
  source,
  candidate: { name: method, method, transform, metric: 'EUCLID' },
});

const onFeatures = [
  arm('FEATURES', 'CENTROID', 'L2N'),
  arm('FEATURES', 'RIDGE'),
  arm('FEATURES', 'KERNEL_RIDGE'),
  arm('FEATURES', 'LOGISTIC'),
];

/**
 * The heads that are weighed by what examples are; those on features once for each backbone that is registered.
 * The linear SVM is not: it takes ten times as long as logistic regression and is seldom better by more than the noise.
 */
export const headArms: Readonly<Record<RawExamples['modality'], readonly HeadArm[]>> = {
  IMAGE: [...onFeatures, arm('PLAIN', 'CENTROID', 'L2N'), arm('PLAIN', 'RIDGE')],
  TEXT: [...onFeatures, arm('PLAIN', 'CENTROID', 'L2N'), arm('PLAIN', 'RIDGE')],
  TABLE: [
    arm('PLAIN', 'CENTROID'),
    arm('PLAIN', 'RIDGE'),
    arm('PLAIN', 'LOGISTIC'),
    arm('PLAIN', 'RANDOM_FOREST'),
    arm('PLAIN', 'EXTRA_TREES'),
    arm('PLAIN', 'TABLE_ENSEMBLE'),
  ],
};

/** Under which figures of networks that are trained from nothing are kept. */
export const TRAINED_KIND = 'PLAIN/PRETRAIN';

/** How a network is trained from nothing on so few examples: options that are not at their default. */
export const trainedSettings: Readonly<Record<RawExamples['modality'], Partial<PretrainSettings>>> = {
  IMAGE: { network: 'CONV4', epochs: 60, validationShare: 0 },
  TEXT: { widths: [64], epochs: 60, validationShare: 0 },
  TABLE: { widths: [64], epochs: 100, validationShare: 0 },
};
