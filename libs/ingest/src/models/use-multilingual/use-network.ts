import type { Int8Arrays } from '@kshot/domain';
import { type Layer, type Network, type Packed, unfitArray } from '@kshot/fewshot';
import { besides } from '../besides.js';
import { incomplete } from './incomplete.js';
import { type PackageArrays, tokenTable } from './token-table.js';

/** Sizes of windows of tokens, and how many of each lie in front. */
const WINDOWS = [
  [2, 0],
  [3, 1],
  [5, 2],
] as const;
/** Tokens of a text at most. */
const LENGTH = 256;

/** Universal Sentence Encoder Multilingual (Yang 2019): what the package of arrays computes, as layers, with the weights of a file. Throws DATA_FORMAT where an array is missing or of another shape. */
export function useNetwork(arrays: PackageArrays): {
  network: Network;
  weights: Int8Arrays;
  padding: number;
} {
  const at = (name: string): Packed => {
    const found = arrays[name];
    if (found?.values instanceof Float32Array && found.shape.length < 3) return found as Packed;
    throw incomplete(`has no numbers named ${name}`);
  };
  const table = tokenTable(arrays);
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
    kernel: Packed,
    bias: Packed,
    activation: 'linear' | 'relu' | 'tanh',
  ): Layer => {
    weights[`${name}/kernel`] = kernel;
    weights[`${name}/bias`] = bias;
    return { kind: 'dense', name, units: kernel.shape[1] as number, activation };
  };
  const unbiased = (name: string, kernel: Packed, activation: 'relu' | 'tanh') =>
    dense(name, kernel, zeros([kernel.shape[1] as number]), activation);
  const norm = (name: string, gamma: Packed, beta: Packed): Layer => {
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
  const network = { inputShape: [LENGTH], layers };
  const unfit = unfitArray(network, weights);
  if (unfit)
    throw incomplete(`has arrays of other sizes than ${unfit.name} needs (${unfit.shape.join(' x ')})`);
  return { network, weights, padding };
}

const zeros = (shape: readonly number[]): Packed => ({
  shape,
  values: new Float32Array(shape.reduce((product, size) => product * size, 1)),
});

/** Matrices of one width, one under the other. */
const below = (a: Packed, b: Packed): Packed => ({
  shape: [(a.shape[0] as number) + (b.shape[0] as number), b.shape[1] as number],
  values: Float32Array.from([...a.values, ...b.values]),
});
