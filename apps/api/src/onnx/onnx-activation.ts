import type { Activation } from '@kshot/fewshot';
import type { OnnxGraph } from './onnx-graph.js';

/** An activation as nodes. */
export function onnxActivation({ node, floats }: OnnxGraph, activation: Activation, x: string): string {
  switch (activation) {
    case 'relu':
      return node('Relu', [x]);
    case 'relu6':
      return node('Clip', [x, floats([0]), floats([6])]);
    case 'tanh':
      return node('Tanh', [x]);
    case 'sigmoid':
      return node('Sigmoid', [x]);
    case 'elu':
      return node('Elu', [x]);
    case 'swish':
      return node('Mul', [x, node('Sigmoid', [x])]);
    case 'gelu': {
      const share = node('Add', [node('Erf', [node('Mul', [x, floats([Math.SQRT1_2])])]), floats([1])]);
      return node('Mul', [node('Mul', [x, floats([0.5])]), share]);
    }
    case 'tanhGelu': {
      const cube = node('Mul', [node('Mul', [x, node('Mul', [x, x])]), floats([0.044715])]);
      const inner = node('Mul', [node('Add', [x, cube]), floats([Math.sqrt(2 / Math.PI)])]);
      return node('Mul', [
        node('Mul', [x, floats([0.5])]),
        node('Add', [node('Tanh', [inner]), floats([1])]),
      ]);
    }
    case 'quickGelu':
      return node('Mul', [x, node('Sigmoid', [node('Mul', [x, floats([1.702])])])]);
    case 'softmax':
      return node('Softmax', [x], { axis: -1 });
    case 'linear':
      return x;
  }
}
