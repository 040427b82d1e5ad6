import { DomainError } from '@kshot/domain';
import type { Activation, Layer, Padding } from '@kshot/fewshot';
import type { KerasLayer } from './keras-config.js';

const activations: readonly string[] = [
  'relu',
  'relu6',
  'tanh',
  'sigmoid',
  'elu',
  'swish',
  'softmax',
  'linear',
] satisfies Activation[];

/** One of our layers for one of Keras's; undefined for what does nothing. Throws DATA_FORMAT naming what cannot be read. */
export function layerOf(keras: KerasLayer): Layer | undefined {
  const { name, config, kind } = keras;
  switch (kind) {
    case 'InputLayer':
    case 'Identity':
    // What follows changes examples in training only.
    case 'GaussianNoise':
    case 'GaussianDropout':
    case 'AlphaDropout':
    case 'SpatialDropout2D':
    case 'ActivityRegularization':
    case 'RandomFlip':
    case 'RandomRotation':
    case 'RandomZoom':
    case 'RandomTranslation':
    case 'RandomShear':
    case 'RandomContrast':
    case 'RandomBrightness':
    case 'RandomSaturation':
    case 'RandomHue':
    case 'RandomColorJitter':
    case 'RandomGrayscale':
    case 'RandomInvert':
    case 'RandomErasing':
      return undefined;
    case 'Rescaling':
      return { kind: 'rescale', name, factor: number(keras, 'scale'), offset: number(keras, 'offset') };
    case 'Flatten':
      return { kind: 'flatten', name };
    case 'Dense':
      return {
        kind: 'dense',
        name,
        units: number(keras, 'units'),
        activation: activation(keras, config.activation),
      };
    case 'Dropout':
      return { kind: 'dropout', name, rate: number(keras, 'rate') };
    case 'Conv2D':
      return { kind: 'conv2d', filters: number(keras, 'filters'), ...convolving(keras) };
    case 'DepthwiseConv2D':
      if (config.depth_multiplier !== 1) throw unread(keras, 'a depth multiplier other than 1');
      return { kind: 'depthwiseConv2d', ...convolving(keras) };
    case 'BatchNormalization':
      return {
        kind: 'batchNorm',
        name,
        epsilon: number(keras, 'epsilon'),
        momentum: number(keras, 'momentum'),
      };
    case 'Activation':
      return { kind: 'activation', name, activation: activation(keras, config.activation) };
    case 'Softmax':
      return { kind: 'activation', name, activation: 'softmax' };
    case 'ReLU':
      return { kind: 'activation', name, activation: rectifier(keras) };
    case 'LeakyReLU':
      return {
        kind: 'leakyRelu',
        name,
        slope: number(keras, 'negative_slope' in config ? 'negative_slope' : 'alpha'),
      };
    case 'MaxPooling2D':
    case 'AveragePooling2D': {
      const size = square(keras, 'pool_size');
      const strides = config.strides === null ? size : square(keras, 'strides');
      return {
        kind: kind === 'MaxPooling2D' ? 'maxPool' : 'avgPool',
        name,
        size,
        strides,
        padding: padding(keras),
      };
    }
    case 'GlobalAveragePooling2D':
      if (config.keepdims === true) throw unread(keras, 'keepdims');
      return { kind: 'globalAvgPool', name };
    case 'ZeroPadding2D': {
      const [vertical, horizontal] = config.padding as [[number, number], [number, number]];
      return { kind: 'zeroPad', name, vertical, horizontal };
    }
    default:
      throw new DomainError(
        'DATA_FORMAT',
        `Layer "${name}" is a ${kind}, which is not read. Read are: dense, convolution, depthwise, pooling, normalisation, dropout, flatten, activation, rescaling, padding and residual add.`,
      );
  }
}

function convolving(keras: KerasLayer) {
  const { config, name } = keras;
  if (JSON.stringify(config.dilation_rate ?? [1, 1]) !== '[1,1]') throw unread(keras, 'dilation');
  if ((config.groups ?? 1) !== 1 && keras.kind === 'Conv2D') throw unread(keras, 'groups');
  return {
    name,
    kernel: square(keras, 'kernel_size'),
    strides: square(keras, 'strides'),
    padding: padding(keras),
    activation: activation(keras, config.activation),
    bias: config.use_bias !== false,
  };
}

function rectifier(keras: KerasLayer): Activation {
  const { max_value: top = null, negative_slope: slope = 0, threshold = 0 } = keras.config;
  if ((slope !== 0 && slope !== null) || threshold !== 0 || (top !== null && top !== 6))
    throw unread(keras, 'this kind of ReLU');
  return top === 6 ? 'relu6' : 'relu';
}

function activation(keras: KerasLayer, value: unknown): Activation {
  const name = activationName(value);
  const ours = aliases.get(name) ?? name;
  if (activations.includes(ours)) return ours as Activation;
  throw unread(keras, `the activation ${name}`);
}

/** Other names of our activations. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['silu', 'swish'],
  ['softmax_v2', 'softmax'],
  ['relu_v2', 'relu'],
  ['relu_6', 'relu6'],
  ['identity', 'linear'],
  ['None', 'linear'],
]);

/** Written as a name, as a function with its name as configuration, or as a layer: ReLU. */
function activationName(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value ?? 'linear');
  const { class_name, config, registered_name } = value as Record<string, unknown>;
  if (class_name === 'function') return String(typeof config === 'string' ? config : registered_name);
  const name = String(class_name);
  return activations.includes(name.toLowerCase()) && !hasOptions(config) ? name.toLowerCase() : name;
}

/** Whether an activation as a layer says more than its name. */
const hasOptions = (config: unknown): boolean =>
  typeof config === 'object' &&
  config !== null &&
  Object.entries(config).some(
    ([key, each]) => !['name', 'dtype', 'trainable'].includes(key) && each !== null && each !== 0,
  );

function number({ name, config }: KerasLayer, field: string): number {
  const value = config[field];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new DomainError('DATA_FORMAT', `Layer "${name}" has no number for ${field}. Save the model again.`);
}

function square(keras: KerasLayer, field: string): number {
  const value = keras.config[field];
  const [a, b] = Array.isArray(value) ? value : [value, value];
  if (a !== b || typeof a !== 'number') throw unread(keras, `a ${field} that is not square`);
  if (keras.config.data_format && keras.config.data_format !== 'channels_last')
    throw unread(keras, 'channels first');
  return a;
}

function padding(keras: KerasLayer): Padding {
  const value = keras.config.padding;
  if (value === 'same' || value === 'valid') return value;
  throw unread(keras, `the padding ${String(value)}`);
}

const unread = ({ name, kind }: KerasLayer, what: string): DomainError =>
  new DomainError(
    'DATA_FORMAT',
    `Layer "${name}" (${kind}) has ${what}, which is not read. Replace it, then save the model again.`,
  );
