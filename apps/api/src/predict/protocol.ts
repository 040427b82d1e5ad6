/** A new example as it comes in, before it is what a network takes. */
export type RawInput =
  | { readonly image: Uint8Array }
  | { readonly text: string }
  | { readonly row: readonly { readonly column: string; readonly value: string | null }[] };

export interface Question {
  readonly id: number;
  readonly blobDir: string;
  readonly modelHash: string;
  readonly inputs: readonly RawInput[];
}

export type NamedProbability = { readonly class: string; readonly probability: number };

export type Answer =
  | { readonly id: number; readonly probabilities: readonly (readonly NamedProbability[])[] }
  | { readonly id: number; readonly failure: { readonly code: string; readonly message: string } }
  | {
      readonly backend: {
        readonly name: string;
        readonly version: string;
        readonly threads: number;
        readonly native: boolean;
        readonly reason: string;
      };
    };
