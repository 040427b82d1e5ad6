import { DomainError } from '@kshot/domain';
import { type Classifier, layerShapes, type Network, parameterCount, withoutNearness } from '@kshot/fewshot';
import { onnxGraph } from './onnx-graph.js';
import { onnxLayer, onnxLayers } from './onnx-layers.js';
import { FLOAT, onnxModel } from './onnx-messages.js';

const OPSET = 17;
const IR_VERSION = 8;

/** Numbers of a network at most: the file is made in memory, four bytes for each. */
const MOST_NUMBERS = 32e6;

/** Why a network cannot be written as ONNX; undefined where it can. */
function refusal(network: Network): string | undefined {
  const unmapped = network.layers.find(({ kind }) => !(kind in onnxLayers));
  if (unmapped) return `The layer ${unmapped.name} (${unmapped.kind}) cannot be written as ONNX.`;
  const numbers = parameterCount(network);
  return numbers > MOST_NUMBERS
    ? `The model has ${Math.round(numbers / 1e6)} million numbers, and up to ${MOST_NUMBERS / 1e6} are written as ONNX.`
    : undefined;
}

/** Whether a network can be written as ONNX: all of its layers, and in one piece. */
export const hasOnnx = (network: Network): boolean => refusal(withoutNearness(network)) === undefined;

/**
 * A model as ONNX: `x`, [N, ...] floats as the network takes them (of texts numbers of tokens, as many as the longest has), gives `probabilities`, [N, classes], or a meta-model's `features`.
 * Its metadata hold the classes, what the input is and how an example becomes one. Throws BAD_INPUT naming a layer without a mapping.
 */
export function onnxFile(
  { network: whole, weights, classes, input }: Classifier,
  preparation: readonly string[] = [],
): Uint8Array {
  const network = withoutNearness(whole);
  const refused = refusal(network);
  if (refused)
    throw new DomainError('BAD_INPUT', `${refused} Download the SavedModel or the Kshot model instead.`);
  const graph = onnxGraph();
  const outputs = new Map<string, string>();
  let h = 'x';
  for (const layer of network.layers) {
    const array = (name: string) => weights[`${layer.name}/${name}`]!;
    const stored = (name: string) => graph.floats(array(name).values, array(name).shape);
    const earlier = (name: string) => outputs.get(name)!;
    h = onnxLayer(layer, layer.from ? earlier(layer.from) : h, { graph, stored, array, earlier });
    outputs.set(layer.name, h);
  }
  const name = classes.length > 0 ? 'probabilities' : 'features';
  const last =
    classes.length > 0
      ? { opType: 'Softmax', input: [h], output: [name], attribute: [{ name: 'axis', i: -1, type: 2 }] }
      : { opType: 'Identity', input: [h], output: [name] };
  const message = {
    irVersion: IR_VERSION,
    producerName: 'kshot',
    opsetImport: [{ domain: '', version: OPSET }],
    metadataProps: [
      { key: 'classes', value: JSON.stringify(classes) },
      { key: 'input', value: JSON.stringify(input) },
      { key: 'preparation', value: preparation.join(' ') },
    ],
    graph: {
      name: 'kshot',
      node: [...graph.nodes, last],
      initializer: graph.constants,
      input: [value('x', anyLength(network) ? ['length'] : network.inputShape)],
      output: [value(name, layerShapes(network).at(-1)?.outputShape ?? network.inputShape)],
    },
  };
  return onnxModel.encode(onnxModel.fromObject(message)).finish();
}

/** Texts of tokens may be shorter than the network takes at most, but where it fills them up itself. */
const anyLength = ({ layers: [first] }: Network): boolean =>
  first?.kind === 'embedding' && first.filled === undefined;

const value = (name: string, shape: readonly (number | string)[]) => ({
  name,
  type: {
    tensorType: {
      elemType: FLOAT,
      shape: {
        dim: [
          { dimParam: 'N' },
          ...shape.map((size) => (typeof size === 'string' ? { dimParam: size } : { dimValue: size })),
        ],
      },
    },
  },
});
