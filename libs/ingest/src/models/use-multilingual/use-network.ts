import type { Int8Arrays } from '@kshot/domain';
import type { Layer, Network } from '@kshot/fewshot';

type Arrays = Readonly<Record<string, Int8Arrays[string] | undefined>>;
/** Sizes of windows of tokens, and how many of each lie in front. */
const WINDOWS = [
  [2, 0],
  [3, 1],
  [5, 2],
] as const;
/** Tokens of a text at most. */
const LENGTH = 256;

/** Universal Sentence Encoder Multilingual (Yang 2019): what the package of arrays computes, as layers, with the weights of a file. */
export function useNetwork(arrays: Arrays): { network: Network; weights: Int8Arrays; padding: number } {
  const at = (name: string) => arrays[name] as { shape: readonly number[]; values: Float32Array };
  const table = tableOf(arrays);
  const padding = (table.words.shape[0] as number) - 1;
  const [width, units] = at('proj2').shape as [number, number];
  const epsilon = at('eps').values[0] as number;
  const weights: Record<string, Int8Arrays[string]> = {
    'tokens/words': table.words,
    'tokens/words.scale': table.scale,
    'tokens/words.offset': table.offset,
    'tokens/positions': zeros([LENGTH, width]),
  };
  const dense = (
    name: string,
    kernel: Int8Arrays[string],
    bias: Int8Arrays[string],
    activation: 'linear' | 'relu' | 'tanh',
    from?: string,
  ): Layer => {
    weights[`${name}/kernel`] = kernel;
    weights[`${name}/bias`] = bias;
    return { kind: 'dense', name, units: kernel.shape[1] as number, activation, ...(from ? { from } : {}) };
  };
  const unbiased = (name: string, kernel: Int8Arrays[string], activation: 'relu' | 'tanh', from?: string) =>
    dense(name, kernel, zeros([kernel.shape[1] as number]), activation, from);
  const norm = (name: string, gamma: Int8Arrays[string], beta: Int8Arrays[string]): Layer => {
    weights[`${name}/gamma`] = gamma;
    weights[`${name}/beta`] = beta;
    return { kind: 'layerNorm', name, epsilon };
  };
  const all = (prefix: string) => besides(WINDOWS.map(([size]) => at(`${prefix}${size}`)));
  const branches = WINDOWS.flatMap(([size, before], i): Layer[] => {
    const window = { kind: 'window', size, before, padding } as const;
    const columns = [i * units, (i + 1) * units] as const;
    return [
      { kind: 'window', name: `part${size}`, from: 'projected_norm', size: 1, before: 0, padding, columns },
      { ...window, name: `first_window${size}` },
      dense(`first${size}`, at(`w1_${size}`), at(`b1_${size}`), 'relu'),
      { kind: 'add', name: `first_sum${size}`, with: `part${size}` },
      { ...window, name: `second_window${size}` },
      dense(`second${size}`, at(`w2_${size}`), at(`b2_${size}`), 'relu'),
      { kind: 'add', name: `second_sum${size}`, with: `first_sum${size}` },
      { kind: 'concat', name: `joined${size}`, with: i === 0 ? 'tokens' : `joined${WINDOWS[i - 1]?.[0]}` },
    ];
  });
  const layers: Layer[] = [
    { kind: 'embedding', name: 'tokens', vocabulary: padding + 1, positions: LENGTH, width },
    dense('projected', all('proj'), all('proj_b'), 'linear'),
    norm('projected_norm', all('ln_g'), all('ln_b')),
    ...branches,
    norm('joined_norm', at('ln_g'), at('ln_b')),
    dense('token', at('cnn_W'), at('cnn_b'), 'linear'),
    { kind: 'meanTokens', name: 'text', padding, root: true },
    unbiased('up', at('d0'), 'relu'),
    { kind: 'concat', name: 'up_joined', with: 'text' },
    unbiased('middle', below(at('p1'), at('d1')), 'relu'),
    unbiased('down', at('d2'), 'relu'),
    { kind: 'concat', name: 'down_joined', with: 'middle' },
    unbiased('last', below(at('p3'), at('d3')), 'tanh'),
    { kind: 'l2Normalize', name: 'unit' },
  ];
  return { network: { inputShape: [LENGTH], layers }, weights, padding };
}

/** The rows of token t are in chunk t mod chunks, as bytes with one scale and least value for a chunk; behind them one of zeros for padding. */
function tableOf(arrays: Arrays) {
  const { scale, lo } = arrays as Record<'scale' | 'lo', Int8Arrays[string]>;
  const chunks = scale.shape[0] as number;
  const [rows = 0, width = 0] = arrays.q1?.shape ?? [];
  const count = chunks * rows + 1;
  const values = new Int8Array(count * width);
  const [scales, offsets] = [new Float32Array(count), new Float32Array(count)];
  for (let token = 0; token < count - 1; token++) {
    const chunk = token % chunks;
    const row = Math.floor(token / chunks) * width;
    const bytes = arrays[`q${chunk + 1}`]?.values as unknown as Uint8Array;
    for (let i = 0; i < width; i++) values[token * width + i] = (bytes[row + i] as number) - 128;
    scales[token] = scale.values[chunk] as number;
    offsets[token] = (lo.values[chunk] as number) + 128 * (scale.values[chunk] as number);
  }
  return {
    words: { shape: [count, width], values },
    scale: { shape: [count, 1], values: scales },
    offset: { shape: [count, 1], values: offsets },
  };
}

interface Floats {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}
const zeros = (shape: readonly number[]): Floats => ({
  shape,
  values: new Float32Array(shape.reduce((product, size) => product * size, 1)),
});

/** Matrices of one width, one under the other. */
const below = (a: Floats, b: Floats): Floats => ({
  shape: [(a.shape[0] as number) + (b.shape[0] as number), b.shape[1] as number],
  values: Float32Array.from([...a.values, ...b.values]),
});

/** Arrays of one height and width, side by side. */
function besides(parts: readonly Floats[]): Floats {
  const [first] = parts as [Floats, ...Floats[]];
  const width = first.shape.at(-1) as number;
  const rows = first.values.length / width;
  const values = Array.from({ length: rows }, (_, row) =>
    parts.flatMap((part) => [...part.values.subarray(row * width, (row + 1) * width)]),
  );
  return {
    shape: [...first.shape.slice(0, -1), width * parts.length],
    values: Float32Array.from(values.flat()),
  };
}
