import { type GradConfig, getGradient, registerGradient, unregisterGradient } from '@tensorflow/tfjs-core';

/** Puts a gradient in the place of tfjs-core's own, if it has one. */
export function override(gradient: GradConfig): void {
  if (getGradient(gradient.kernelName)) unregisterGradient(gradient.kernelName);
  registerGradient(gradient);
}
