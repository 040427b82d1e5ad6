// node convert.mjs SOURCE: packs the layer list and uint8 weights of a quantised MobileNet v2 as a TensorFlow.js layers model.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';

const [source = '.'] = process.argv.slice(2);
const { layers: list } = JSON.parse(readFileSync(path.join(source, 'model.json'), 'utf8'));
const bytes = readFileSync(path.join(source, 'weights.bin'));
/** @type {Record<string, unknown>[]} */
const layers = [
  {
    class_name: 'InputLayer',
    name: 'input',
    inbound_nodes: [],
    config: { name: 'input', batch_input_shape: [null, 224, 224, 3], dtype: 'float32' },
  },
];
/** @type {Record<string, unknown>[]} */
const weights = [];
/** @type {Buffer[]} */
const data = [];
const names = new Map([[0, 'pixels']]);

/** @param {string} kind @param {string} name @param {Record<string, unknown>} config @param {string[]} inputs */
const add = (kind, name, config, inputs) =>
  layers.push({
    class_name: kind,
    name,
    config: { name, ...config },
    inbound_nodes: [inputs.map((input) => [input, 0, 0, {}])],
  });

/** @param {string} name @param {any} array @param {number[]} shape */
function quantised(name, { offset, scale, zero }, shape) {
  const length = shape.reduce((a, b) => a * b, 1);
  weights.push({
    name,
    shape,
    dtype: 'float32',
    quantization: { dtype: 'uint8', scale, min: -zero * scale },
  });
  data.push(bytes.subarray(offset, offset + length));
}
/** @param {string} name @param {any} array */
function plain(name, { offset, shape }) {
  weights.push({ name, shape, dtype: 'float32' });
  data.push(bytes.subarray(offset, offset + 4 * shape[0]));
}

add('Rescaling', 'pixels', { scale: 1 / 128, offset: -1 }, ['input']);
for (const [i, { op, inputs, out, w, b, stride, pad, act }] of list.entries()) {
  const from = inputs.map((/** @type {number} */ id) => names.get(id));
  const name = `${op}${i}`;
  if (op === 'reshape' || op === 'softmax') break;
  names.set(out, name);
  const shared = {
    strides: stride,
    padding: pad,
    activation: act === 'none' ? 'linear' : act,
    use_bias: true,
  };
  if (op === 'add') add('Add', name, {}, from);
  else if (op === 'avgpool') add('GlobalAveragePooling2D', name, {}, from);
  else if (op === 'dwconv') {
    add('DepthwiseConv2D', name, { kernel_size: w.shape.slice(0, 2), depth_multiplier: 1, ...shared }, from);
    quantised(`${name}/depthwise_kernel`, w, w.shape);
    plain(`${name}/bias`, b);
  } else if (w.shape[3] === 1001) {
    add('Dense', 'scores', { units: 1001, activation: 'softmax', use_bias: true }, from);
    quantised('scores/kernel', w, w.shape.slice(2));
    plain('scores/bias', b);
  } else {
    add('Conv2D', name, { filters: w.shape[3], kernel_size: w.shape.slice(0, 2), ...shared }, from);
    quantised(`${name}/kernel`, w, w.shape);
    plain(`${name}/bias`, b);
  }
}
const config = {
  name: 'mobilenet_v2',
  layers,
  input_layers: [['input', 0, 0]],
  output_layers: [['scores', 0, 0]],
};
const model = {
  format: 'layers-model',
  modelTopology: { class_name: 'Model', config },
  weightsManifest: [{ paths: ['weights.bin'], weights }],
};
writeFileSync(
  'model.zip',
  zipSync(
    { 'model.json': Buffer.from(JSON.stringify(model)), 'weights.bin': new Uint8Array(Buffer.concat(data)) },
    { mtime: new Date('1980-01-02') },
  ),
);
