import { DomainError } from '@kshot/domain';
import { type LayerShape, layerShapes, multiplications, type Network } from '@kshot/fewshot';

/** Values of the input or of one layer's output, for one example. */
const MOST_VALUES = 2 ** 24;
/** Multiplications for one example: ten times those of a ResNet-50 at 224 pixels. */
const MOST_MULTIPLICATIONS = 4e10;

/** Refuses a network that one example would take too much memory or time of; looks at shapes alone. */
export function assertServable(network: Network): void {
  const shapes = [network.inputShape, ...layerShapes(network).flatMap(held)];
  const large = shapes.find((shape) => !(values(shape) <= MOST_VALUES));
  if (large)
    throw new DomainError(
      'DATA_TOO_LARGE',
      `The model works on ${large.join(' x ')} values at once; at most ${MOST_VALUES} are supported. Use a smaller input.`,
    );
  const work = multiplications(network);
  if (!(work <= MOST_MULTIPLICATIONS))
    throw new DomainError(
      'DATA_TOO_LARGE',
      `The model takes ${work.toExponential(1)} multiplications for an example; at most ${MOST_MULTIPLICATIONS.toExponential(0)} are supported.`,
    );
}

/** Attention compares all tokens with each other. */
const held = ({ layer, outputShape }: LayerShape): (readonly number[])[] =>
  layer.kind === 'attention'
    ? [outputShape, [layer.heads, outputShape[0] as number, outputShape[0] as number]]
    : [outputShape];

const values = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);
