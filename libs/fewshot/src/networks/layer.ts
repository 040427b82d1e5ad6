export type Activation = 'relu' | 'tanh' | 'sigmoid' | 'elu' | 'linear';
export type Padding = 'same' | 'valid';

/** One layer of a sequential network, as data: it is stored in the model, described, run and exported from this. */
export type Layer =
  | { readonly kind: 'rescale'; readonly name: string; readonly factor: number }
  | { readonly kind: 'flatten'; readonly name: string }
  | { readonly kind: 'dense'; readonly name: string; readonly units: number; readonly activation: Activation }
  | { readonly kind: 'dropout'; readonly name: string; readonly rate: number }
  | {
      readonly kind: 'conv2d';
      readonly name: string;
      readonly filters: number;
      readonly kernel: number;
      readonly padding: Padding;
      readonly activation: Activation;
      /** False where batch normalisation follows, which shifts by itself. */
      readonly bias: boolean;
    }
  | { readonly kind: 'batchNorm'; readonly name: string; readonly epsilon: number; readonly momentum: number }
  | { readonly kind: 'activation'; readonly name: string; readonly activation: Activation }
  | { readonly kind: 'maxPool'; readonly name: string; readonly size: number; readonly strides: number };

/** Layers one after another. The last one gives logits; probabilities are their softmax. */
export interface Network {
  /** One example, without the batch. */
  readonly inputShape: readonly number[];
  readonly layers: readonly Layer[];
}
