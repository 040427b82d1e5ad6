/** What a layer gives for one example, and what it holds. */
export interface Described {
  readonly outputShape: readonly number[];
  /** Shapes of the trained arrays, by name within the layer; of what is only kept, in `state`. */
  readonly parameters: Readonly<Record<string, readonly number[]>>;
  readonly state: Readonly<Record<string, readonly number[]>>;
}

export const dense = (shape: readonly number[], units: number): Described => ({
  outputShape: [...shape.slice(0, -1), units],
  parameters: { kernel: [shape.at(-1) as number, units], bias: [units] },
  state: {},
});

export const plain = (outputShape: readonly number[]): Described => ({
  outputShape,
  parameters: {},
  state: {},
});
