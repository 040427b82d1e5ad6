/**
 * Answers of a table model of Kshot in JavaScript alone, in Node or a browser: node table_model.mjs model.safetensors rows.jsonl
 *
 * As a module: load(bytes).predict({ size: 1.5, colour: 'red' }) gives a probability for each class; bytes are those of
 * model.safetensors as an ArrayBuffer. Numbers are plain (1234.5), dates ISO (2024-01-31); a cell that is empty or left out is missing.
 * The sentence encoder of a column of texts is not here: its cells are the list of numbers that the encoder gives, as the model card says.
 */

const TYPES = { F32: Float32Array, I32: Int32Array, U8: Uint8Array };

export function load(bytes) {
  const size = Number(new DataView(bytes).getBigUint64(0, true));
  const { __metadata__: metadata, ...entries } = JSON.parse(
    new TextDecoder().decode(bytes.slice(8, 8 + size)),
  );
  const manifest = JSON.parse(metadata.manifest);
  const arrays = {};
  for (const [
    name,
    {
      dtype,
      data_offsets: [start, end],
    },
  ] of Object.entries(entries)) {
    if (!TYPES[dtype])
      throw new Error(`Array ${name} is of the type ${dtype}, which this script does not know.`);
    arrays[name] = new TYPES[dtype](bytes.slice(8 + size + start, 8 + size + end));
  }
  return { manifest, classes: manifest.classes, predict: (row) => predict(manifest, arrays, row) };
}

function predict({ input, network, classes }, arrays, row) {
  const outputs = {};
  let x = encode(input.columns, row);
  for (const layer of network.layers) {
    const of = (name) => arrays[`${layer.name}/${name}`];
    const run = layers[layer.kind];
    if (!run)
      throw new Error(`Layer ${layer.name} is of the kind ${layer.kind}, which this script does not know.`);
    x = run(layer, 'from' in layer ? outputs[layer.from] : x, of, outputs);
    outputs[layer.name] = x;
  }
  const probabilities = softmax(x);
  return Object.fromEntries(classes.map((name, k) => [name, probabilities[k]]));
}

/** The row as the network sees it: numbers by mean and deviation, categories as 0 and 1. */
function encode(columns, row) {
  const out = columns.flatMap((column) => {
    const cell = row[column.name] ?? '';
    const isMissing = cell === '';
    if (column.kind === 'CATEGORY') return column.categories.map((each) => (String(cell) === each ? 1 : 0));
    const flag = column.flagMissing ? [isMissing ? 1 : 0] : [];
    if (column.kind === 'TEXT') {
      const vector = isMissing ? [] : givenVector(column, cell);
      const part = ({ direction, mean, deviation }) => (along(direction, vector) - mean) / deviation;
      return [...column.components.map((one) => (isMissing ? 0 : part(one))), ...flag];
    }
    const number = isMissing ? 0 : numberIn(column, cell);
    const value = isMissing ? 0 : (number - (column.offset ?? 0) - column.mean) / column.deviation;
    const cycles = (column.cycles ?? []).flatMap((period) => {
      const angle = (2 * Math.PI * number) / period;
      return isMissing ? [0, 0] : [Math.sin(angle), Math.cos(angle)];
    });
    return [value, ...flag, ...cycles];
  });
  return out.map(Math.fround);
}

const layers = {
  rescale: ({ factor, offset = 0 }, x) => x.map((value) => value * factor + offset),
  dense: ({ units, activation }, x, of) =>
    activate(
      activation,
      products(x, of('kernel'), units).map((sum, k) => sum + of('bias')[k]),
    ),
  project: ({ units }, x, of) => products(x, of('matrix'), units),
  activation: ({ activation }, x) => activate(activation, x),
  dropout: (_, x) => x,
  standardise: (_, x, of) =>
    x.map((value, j) => Math.fround(Math.fround(value - of('mean')[j]) * of('scale')[j])),
  batchNorm: ({ epsilon }, x, of) =>
    x.map(
      (value, j) =>
        (of('gamma')[j] * (value - of('mean')[j])) / Math.sqrt(of('variance')[j] + epsilon) + of('beta')[j],
    ),
  squares: (_, x) => x.map((value) => value * value),
  signedRoot: (_, x) => x.map((value) => Math.sign(value) * Math.sqrt(Math.abs(value))),
  l2Normalize: (_, x) => unit(x),
  ranks: ({ kept }, x, of) =>
    x.map((value, j) => {
      const own = of('sorted').subarray(j * kept, (j + 1) * kept);
      const [less, most] = [own.filter((v) => v < value).length, own.filter((v) => v <= value).length];
      return 3 * ((less + most) / 2 / kept - 0.5);
    }),
  concat: (layer, x, _, outputs) => [...outputs[layer.with], ...x],
  add: (layer, x, _, outputs) => x.map((value, j) => value + outputs[layer.with][j]),
  mean: (layer, _x, _of, outputs) => {
    const parts = layer.of.map((name) => outputs[name]);
    return parts[0].map((_, j) => parts.reduce((sum, part) => sum + part[j], 0) / parts.length);
  },
  log: ({ scale }, x) => x.map((value) => Math.log(value + 1e-12) * scale),
  forest({ classes: ways, depth, trees }, x, of) {
    const [splits, shares] = [of('splits'), of('shares')];
    const total = new Array(ways).fill(0);
    for (let node of of('roots')) {
      for (let step = 0; step < depth; step++) {
        const [feature, threshold, low, high] = splits.subarray(4 * node, 4 * node + 4);
        node = x[feature] <= threshold ? low : high;
      }
      for (let k = 0; k < ways; k++) total[k] += shares[node * ways + k] / trees;
    }
    return total;
  },
  cache({ classes: ways, examples, sharpness, scale }, x, of) {
    const query = unit(x);
    const out = products(query, of('means'), ways);
    for (let i = 0; i < examples; i++) {
      const near = query.reduce((sum, value, j) => sum + value * of('keys')[i * query.length + j], 0);
      const weight = Math.exp(sharpness * (near - 1));
      for (let k = 0; k < ways; k++) out[k] += weight * of('values')[i * ways + k];
    }
    return out.map((value) => scale * value);
  },
};

const products = (x, kernel, units) =>
  Array.from({ length: units }, (_, k) =>
    x.reduce((sum, value, j) => sum + value * kernel[j * units + k], 0),
  );

/** A number, or the days since 1970 of a date. */
function numberIn({ name }, cell) {
  const number = Number(cell);
  const found = Number.isNaN(number)
    ? Date.parse(/[T ]/.test(cell) && !/Z|[+-]\d\d:?\d\d$/.test(cell) ? `${cell}Z` : cell) / 86_400_000
    : number;
  if (Number.isNaN(found)) throw new Error(`Column ${name} needs a number or an ISO date, not ${cell}.`);
  return found;
}

/** What the sentence encoder gives for a text, made to length 1. */
function givenVector({ name, encoder }, cell) {
  if (!Array.isArray(cell))
    throw new Error(
      `Column ${name} holds texts, and this script does not have the sentence encoder ${encoder}. Give the numbers that it makes of the text, or ask Kshot.`,
    );
  const length = Math.hypot(...cell) || 1;
  return cell.map((value) => value / length);
}

function along(direction, vector) {
  const bytes = Int8Array.from(atob(direction), (letter) => letter.charCodeAt(0));
  if (bytes.length !== vector.length)
    throw new Error(`The sentence encoder gives ${bytes.length} numbers, not ${vector.length}.`);
  return vector.reduce((sum, value, j) => sum + value * bytes[j], 0);
}

function unit(x) {
  const length = Math.sqrt(x.reduce((sum, value) => sum + value * value, 1e-12));
  return x.map((value) => value / length);
}

function softmax(x) {
  const most = Math.max(...x);
  const powers = x.map((value) => Math.exp(value - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

const activations = {
  linear: (value) => value,
  relu: (value) => Math.max(0, value),
  relu6: (value) => Math.min(6, Math.max(0, value)),
  tanh: Math.tanh,
  sigmoid: (value) => 1 / (1 + Math.exp(-value)),
};
const activate = (name, x) => (name === 'softmax' ? softmax(x) : x.map(activations[name]));

const [, script, model, rows] = globalThis.process?.argv ?? [];
if (rows && script?.endsWith('table_model.mjs')) {
  const { readFileSync } = await import('node:fs');
  const { buffer, byteOffset, byteLength } = readFileSync(model);
  const loaded = load(buffer.slice(byteOffset, byteOffset + byteLength));
  for (const line of readFileSync(rows, 'utf8')
    .split('\n')
    .filter((one) => one.trim() !== ''))
    console.log(JSON.stringify(loaded.predict(JSON.parse(line))));
}
