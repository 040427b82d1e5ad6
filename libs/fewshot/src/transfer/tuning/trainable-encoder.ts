import { encoderLayers } from '../../inputs/text-encoders.js';
import { weightsOf, withoutHead } from '../../meta/backbone.js';
import type { Classifier } from '../../methods/classifier.js';
import type { Backbone } from '../feature-extractor.js';

/** What turns texts into features, by layers that can be trained. Throws RangeError where a model of texts does not have such. */
export function trainableEncoder(model: Classifier): Backbone {
  const { input, weights } = model;
  const own = withoutHead(model);
  if (input.modality !== 'TEXT') throw new RangeError('Encoder tuning needs texts. Choose another method.');
  if (input.tokenizer) return { input, network: own, weights: weightsOf(own, weights).parameters };
  if (!input.encoder)
    throw new RangeError('The model has no sentence encoder to tune. Start from all-MiniLM-L6-v2.');
  const encoder = encoderLayers(input.encoder);
  const network = { ...encoder.network, layers: [...encoder.network.layers, ...own.layers] };
  return { ...encoder, network, weights: { ...encoder.weights, ...weightsOf(own, weights).parameters } };
}
