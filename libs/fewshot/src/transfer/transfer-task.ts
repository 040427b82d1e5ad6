import type { Matrix } from '../heads/algebra/matrix.js';
import type { Classifier } from '../methods/classifier.js';
import type { PretrainTask } from '../methods/pretrain.js';
import type { Backbone } from './feature-extractor.js';

/** A small labelled set and the model to start from, which encodes the examples; null for heads on the examples themselves. */
export interface TransferTask extends PretrainTask {
  readonly pretrained: Classifier | null;
  /** [n, dim] of all examples by the model's backbone, or as they are; computed where they are left out. */
  readonly features?: Matrix;
  /** What `features` are by, where there is no model. */
  readonly plain?: Backbone;
}
