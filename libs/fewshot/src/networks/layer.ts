export type Activation =
  | 'relu'
  | 'relu6'
  | 'tanh'
  | 'sigmoid'
  | 'elu'
  | 'swish'
  | 'gelu'
  /** GELU by tanh, and by a sigmoid as CLIP has it. */
  | 'tanhGelu'
  | 'quickGelu'
  | 'softmax'
  | 'linear';
export type Padding = 'same' | 'valid';

interface Convolving {
  readonly name: string;
  readonly kernel: number;
  /** 1 when left out. */
  readonly strides?: number;
  readonly padding: Padding;
  readonly activation: Activation;
  /** False where batch normalisation follows, which shifts by itself. */
  readonly bias: boolean;
}
interface Pooling {
  readonly name: string;
  readonly size: number;
  readonly strides: number;
  /** `valid` when left out. */
  readonly padding?: Padding;
}

/** One layer of a network, as data: it is stored in the model, described, run and exported from this. */
export type Layer = LayerKind & {
  /** The earlier layer whose output it takes; the layer before it when left out. */
  readonly from?: string;
};

type LayerKind =
  /** x · factor + offset. */
  | { readonly kind: 'rescale'; readonly name: string; readonly factor: number; readonly offset?: number }
  | { readonly kind: 'flatten'; readonly name: string }
  /** Over the last axis. */
  | { readonly kind: 'dense'; readonly name: string; readonly units: number; readonly activation: Activation }
  | { readonly kind: 'dropout'; readonly name: string; readonly rate: number }
  | ({ readonly kind: 'conv2d'; readonly filters: number } & Convolving)
  | ({ readonly kind: 'depthwiseConv2d' } & Convolving)
  | { readonly kind: 'batchNorm'; readonly name: string; readonly epsilon: number; readonly momentum: number }
  | { readonly kind: 'activation'; readonly name: string; readonly activation: Activation }
  /** x where it is positive, else slope · x. */
  | { readonly kind: 'leakyRelu'; readonly name: string; readonly slope: number }
  | ({ readonly kind: 'maxPool' } & Pooling)
  | ({ readonly kind: 'avgPool' } & Pooling)
  | { readonly kind: 'globalAvgPool'; readonly name: string }
  | {
      readonly kind: 'zeroPad';
      readonly name: string;
      readonly vertical: readonly [number, number];
      readonly horizontal: readonly [number, number];
    }
  /** Adds the output of an earlier layer: a residual connection (He 2016). */
  | { readonly kind: 'add'; readonly name: string; readonly with: string }
  /** Numbers of tokens as vectors, a sum of one for the token and one for its place. */
  | {
      readonly kind: 'embedding';
      readonly name: string;
      readonly vocabulary: number;
      readonly positions: number;
      readonly width: number;
      /** Fills every text up to all positions with tokens of this number, which belong to it. */
      readonly filled?: number;
    }
  | { readonly kind: 'layerNorm'; readonly name: string; readonly epsilon: number }
  /** The places of a picture as tokens behind a learned one, unless `bare`, each with what its place stands for added. */
  | { readonly kind: 'gather'; readonly name: string; readonly bare?: true }
  /** Multi-head self-attention without its last projection; tokens of the number `padding` are not attended to. */
  | {
      readonly kind: 'attention';
      readonly name: string;
      readonly heads: number;
      /** Where the input is numbers of tokens. */
      readonly padding?: number;
      /** Tokens attend to themselves and those before them. */
      readonly causal?: true;
      /** Weights by how far apart tokens are, in so many buckets (Raffel 2020). */
      readonly distances?: number;
    }
  /** x · gamma, feature by feature (Touvron 2021). */
  | { readonly kind: 'layerScale'; readonly name: string }
  /** What has become of the first token, which stands for the text. */
  | { readonly kind: 'firstToken'; readonly name: string }
  /** What has become of the last token, or of the last that is not padding. */
  | { readonly kind: 'lastToken'; readonly name: string; readonly padding?: number }
  /** What a learned query finds among the tokens: multi-head attention without its last projection (Lee 2019). */
  | { readonly kind: 'attentionPool'; readonly name: string; readonly heads: number }
  /** The mean of all tokens but padding; with `root` their sum over the root of their number. */
  | { readonly kind: 'meanTokens'; readonly name: string; readonly padding: number; readonly root?: true }
  /** Each token with those beside it, `size` in all and `before` of them in front; zeros beyond the text. Of its features only `columns`, from one up to another, where given. */
  | {
      readonly kind: 'window';
      readonly name: string;
      readonly size: number;
      readonly before: number;
      readonly padding: number;
      readonly columns?: readonly [from: number, to: number];
    }
  /** Each example's features to length 1. */
  | { readonly kind: 'l2Normalize'; readonly name: string }
  /** A head that keeps so many examples: the votes of the nearest of them, by inverse distance, as logarithms. */
  | {
      readonly kind: 'neighbours';
      readonly name: string;
      readonly examples: number;
      readonly classes: number;
      readonly neighbours: number;
    }
  /** A head of class means and a key-value cache of so many examples (Tip-Adapter, Zhang 2022). */
  | {
      readonly kind: 'cache';
      readonly name: string;
      readonly examples: number;
      readonly classes: number;
      readonly sharpness: number;
      readonly scale: number;
    }
  /** Class logits of an earlier layer, all raised by `weight` times the cosine to the nearest class mean: their softmax stays. */
  | {
      readonly kind: 'nearness';
      readonly name: string;
      readonly with: string;
      readonly classes: number;
      readonly weight: number;
    }
  /** (x − mean) · scale, column by column, as a head was fitted on. */
  | { readonly kind: 'standardise'; readonly name: string }
  /** sign(x) √|x|. */
  | { readonly kind: 'signedRoot'; readonly name: string }
  /** x². */
  | { readonly kind: 'squares'; readonly name: string }
  /** Features times a matrix that is not trained. */
  | { readonly kind: 'project'; readonly name: string; readonly units: number }
  /** Each column by its rank among so many kept values. */
  | { readonly kind: 'ranks'; readonly name: string; readonly kept: number }
  /** The output of an earlier layer, and its own input behind it. */
  | { readonly kind: 'concat'; readonly name: string; readonly with: string }
  /** Class shares by a forest of decision trees that have so many nodes in all (Breiman 2001). */
  | {
      readonly kind: 'forest';
      readonly name: string;
      readonly trees: number;
      readonly nodes: number;
      readonly depth: number;
      readonly classes: number;
    }
  /** The mean of the outputs of earlier layers. */
  | { readonly kind: 'mean'; readonly name: string; readonly of: readonly string[] }
  /** Logarithms of shares, times `scale`: logits whose softmax they are. */
  | { readonly kind: 'log'; readonly name: string; readonly scale: number }
  /** Six pictures of each; the examples of a batch are then six times as many, until `averageLooks`. */
  | { readonly kind: 'looks'; readonly name: string }
  | { readonly kind: 'averageLooks'; readonly name: string }
  /** Eight poses of each square picture; the examples of a batch are then eight times as many, until `joinPoses`. */
  | { readonly kind: 'poses'; readonly name: string }
  | { readonly kind: 'joinPoses'; readonly name: string };

/** The network with the same probabilities, without what only tells how near an example is: not everybody has such a layer. */
export const withoutNearness = (network: Network): Network => ({
  ...network,
  layers: network.layers.filter(({ kind }) => kind !== 'nearness'),
});

/** Layers one after another, some beside others. The last one gives logits; probabilities are their softmax. */
export interface Network {
  /** One example, without the batch. */
  readonly inputShape: readonly number[];
  readonly layers: readonly Layer[];
}
