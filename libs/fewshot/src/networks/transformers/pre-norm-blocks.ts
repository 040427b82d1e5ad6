import type { Activation, Layer } from '../layer.js';

/** Sizes of the blocks of a transformer that normalise first. */
export interface BlockSizes {
  readonly width: number;
  readonly blocks: number;
  readonly heads: number;
  readonly hidden: number;
  readonly epsilon: number;
  /** `gelu` when left out. */
  readonly activation?: Activation;
  /** What is added in a block is scaled, feature by feature (DINOv2, Oquab 2023). */
  readonly layerScale?: boolean;
}

/** Attention and two dense layers, each behind a normalisation and added to what entered it; `from` is the layer before the first block. */
export function preNormBlocks(
  { width, blocks, heads, hidden, epsilon, activation = 'gelu', layerScale = false }: BlockSizes,
  from: string,
  text: { readonly padding?: number; readonly causal?: true } = {},
): Layer[] {
  const scale = (name: string): Layer[] => (layerScale ? [{ kind: 'layerScale', name }] : []);
  return Array.from({ length: blocks }, (_, i): Layer[] => [
    { kind: 'layerNorm', name: `before${i}`, epsilon },
    { kind: 'attention', name: `attention${i}`, heads, ...text },
    { kind: 'dense', name: `attended${i}`, units: width, activation: 'linear' },
    ...scale(`attended_scale${i}`),
    { kind: 'add', name: `middle${i}`, with: i === 0 ? from : `block${i - 1}` },
    { kind: 'layerNorm', name: `after${i}`, epsilon },
    { kind: 'dense', name: `up${i}`, units: hidden, activation },
    { kind: 'dense', name: `down${i}`, units: width, activation: 'linear' },
    ...scale(`down_scale${i}`),
    { kind: 'add', name: `block${i}`, with: `middle${i}` },
  ]).flat();
}
