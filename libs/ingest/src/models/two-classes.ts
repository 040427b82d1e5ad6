import type { Layer, Packed } from '@kshot/fewshot';
import type { ForeignModel } from './foreign-model.js';

/** A model with one sigmoid for two classes gives two logits instead: 0, and what the sigmoid was taken of. */
export function asTwoClasses(model: ForeignModel): ForeignModel {
  const { network, weights } = model;
  const last = network.layers.at(-1);
  if (last?.kind !== 'dense' || last.units !== 1 || last.activation !== 'sigmoid') return model;
  const layers: Layer[] = [...network.layers.slice(0, -1), { ...last, units: 2, activation: 'linear' }];
  const widened = (array: string): Record<string, Packed> => {
    const key = `${last.name}/${array}`;
    const packed = weights[key];
    if (!packed) return {};
    const values = new Float32Array(2 * packed.values.length);
    for (const [i, value] of packed.values.entries()) values[2 * i + 1] = value;
    return { [key]: { shape: [...packed.shape.slice(0, -1), 2], values } };
  };
  return {
    ...model,
    network: { ...network, layers },
    weights: { ...weights, ...widened('kernel'), ...widened('bias') },
  };
}
