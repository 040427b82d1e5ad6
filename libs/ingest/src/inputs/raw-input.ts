/** A new example as it comes in, before it is what a network takes. */
export type RawInput =
  | { readonly image: Uint8Array }
  | { readonly text: string }
  | { readonly row: readonly { readonly column: string; readonly value: string | null }[] };
