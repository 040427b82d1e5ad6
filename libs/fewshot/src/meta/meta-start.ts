import type { Packed } from '../engine/program.js';
import { inputShape } from '../inputs/input-shape.js';
import type { InputSpec } from '../inputs/input-spec.js';
import type { Classifier } from '../methods/classifier.js';
import type { MetaSettings } from '../methods/meta.options.js';
import { type InitialWeights, initialWeights } from '../networks/initial-weights.js';
import type { Network } from '../networks/layer.js';
import { withoutPoses } from '../networks/poses.js';
import { residualFilters, resnet12 } from '../networks/resnet12.js';
import { derivedSeed, randomFrom } from '../random/random.js';
import {
  convolutionalBackbone,
  denseBackbone,
  featureCount,
  MOMENTUM,
  weightsOf,
  withoutHead,
  withUnitFeatures,
} from './backbone.js';
import { hasFixedWays, metaMethod } from './meta-methods.js';

const WEIGHTS = 21;

/**
 * The backbone and all arrays that meta-training starts from: new ones, or those of a pretrained model. Throws RangeError
 * where averages are to be held and there are none.
 */
export function metaStart(
  input: InputSpec,
  settings: MetaSettings,
  background: number,
  pretrained?: Classifier,
): { network: Network; start: InitialWeights } {
  if (settings.heldAverages && !pretrained)
    throw new RangeError('Only a pretrained model has averages to keep. Name one, or switch this off.');
  const backbone = pretrained ? trainable(withoutHead(pretrained)) : backboneFor(input, settings, background);
  const network = asksForUnitFeatures(settings) ? withUnitFeatures(backbone) : backbone;
  const fresh = initialWeights(network, randomFrom(derivedSeed(settings.seed, WEIGHTS)));
  const { parameters, state } = pretrained ? weightsOf(network, pretrained.weights) : fresh;
  const method = metaMethod(settings.method);
  const dim = featureCount(network);
  const own: Record<string, Packed> =
    (method.kind === 'METRIC'
      ? method.parameters?.(dim, settings)
      : method.parameters?.(parameters, dim, settings)) ?? {};
  return { network, start: { parameters: { ...parameters, ...own }, state } };
}

/** The backbone that the settings describe. Throws RangeError where it does not fit what enters. */
export function backboneFor(
  input: InputSpec,
  settings: Pick<MetaSettings, 'backbone' | 'widths' | 'filters' | 'unpooled'>,
  background: number,
): Network {
  const { backbone } = settings;
  if (backbone === 'DENSE') return denseBackbone(input, settings.widths);
  if (input.modality !== 'IMAGE')
    throw new RangeError('Convolutions need pictures. Use the dense backbone for texts and tables.');
  const shape = inputShape(input);
  if (backbone === 'CONVOLUTIONS')
    return convolutionalBackbone(shape, settings.filters, background, settings.unpooled);
  return resnet12({ inputShape: shape, filters: residualFilters(backbone), background, momentum: MOMENTUM });
}

const asksForUnitFeatures = ({ unitFeatures, method }: MetaSettings): boolean =>
  unitFeatures && hasFixedWays(method);

/** Episodes are small and few: dropout layers of a pretrained model are left out. A picture is seen in one pose. */
const trainable = (network: Network): Network => {
  const { inputShape, layers } = withoutPoses(network);
  return { inputShape, layers: layers.filter(({ kind }) => kind !== 'dropout') };
};
