import type { Matrix } from '../heads/matrix.js';
import type { Classifier } from '../methods/classifier.js';
import type { PretrainTask } from '../methods/pretrain.js';

/** A small labelled set and the model to start from; examples are encoded by that model's input. */
export interface TransferTask extends PretrainTask {
  readonly pretrained: Classifier;
  /** [n, dim] of all examples by the model's backbone; computed where they are left out. */
  readonly features?: Matrix;
}
