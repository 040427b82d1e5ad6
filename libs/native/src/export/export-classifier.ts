import { type Classifier, forward, type Tensors } from '@kshot/fewshot';
import * as tf from '@tensorflow/tfjs-core';
import { exportSavedModel } from './export-saved-model.js';

/**
 * Writes a model as a SavedModel: x [batch, ...inputShape] → probabilities [batch, classes], or the features of a backbone
 * where there are no classes.
 */
export function exportClassifier(
  folder: string,
  { network, weights, classes }: Pick<Classifier, 'network' | 'weights' | 'classes'>,
): void {
  const tensors = Object.fromEntries(
    Object.entries(weights).map(([name, { values, shape }]) => [name, tf.tensor(values, [...shape])]),
  );
  exportSavedModel(folder, {
    weights: tensors,
    inputs: { x: { shape: network.inputShape, dtype: 'float32' } },
    forward: (all, { x }): Tensors => {
      const { output } = forward(network, all, all, x as tf.Tensor, { training: false });
      return classes.length > 0 ? { probabilities: tf.softmax(output) } : { features: output };
    },
  });
  tf.dispose(tensors);
}
