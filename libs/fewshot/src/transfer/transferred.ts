import type { Pretrained } from '../methods/pretrain.js';
import type { ChosenHead } from './choose-head.js';

/** A model, and of a solved head how it was chosen. */
export interface Transferred extends Pretrained {
  readonly chosen?: ChosenHead;
}
