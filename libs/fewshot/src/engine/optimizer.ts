/** How a gradient becomes an update. The learning rate of each step is fed, so schedules stay outside. */
export type OptimizerConfig =
  | { readonly kind: 'sgd'; readonly clipNorm?: number }
  | {
      readonly kind: 'momentum';
      readonly momentum: number;
      readonly nesterov: boolean;
      readonly clipNorm?: number;
    }
  | {
      readonly kind: 'adam';
      readonly beta1: number;
      readonly beta2: number;
      readonly epsilon: number;
      readonly clipNorm?: number;
    }
  | {
      /** Loshchilov 2019: decay is decoupled from the gradient; applied to the parameters named in `decayed`. */
      readonly kind: 'adamw';
      readonly beta1: number;
      readonly beta2: number;
      readonly epsilon: number;
      readonly weightDecay: number;
      readonly decayed: readonly string[];
      readonly clipNorm?: number;
    };

/** λ R(w) over the named parameters: l2 = Σ w²/2, l1 = Σ |w|, elastic = mix·l1 + (1 − mix)·l2. */
export interface Penalty {
  readonly kind: 'l2' | 'l1' | 'elastic';
  readonly weight: number;
  /** Share of l1, 0…1; only for elastic. */
  readonly mix?: number;
  readonly parameters: readonly string[];
}
