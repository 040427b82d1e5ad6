import { withoutHead } from '../meta/backbone.js';
import type { Classifier } from '../methods/classifier.js';
import type { TransferSettings } from '../methods/transfer.options.js';
import { withLooks } from '../networks/looks.js';
import type { Backbone } from './feature-extractor.js';

/** What gives a model's features, looking as often as asked. Throws RangeError where a classifier has no dense layer. */
export function backboneOf(model: Classifier, looks: TransferSettings['looks'] = 'ONE'): Backbone {
  const { input, weights } = model;
  const backbone = withoutHead(model);
  return { input, network: looks === 'SIX' ? withLooks(backbone) : backbone, weights };
}
