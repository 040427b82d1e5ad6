import type { Attrs } from './attr.js';

/** One output of a node, or an argument of the function that is being written. */
export interface Ref {
  readonly node: string;
  readonly output: number;
}
export interface Node {
  readonly name: string;
  readonly op: string;
  readonly inputs: readonly Ref[];
  /** Nodes that must have run before, by name. */
  readonly after: readonly string[];
  readonly attrs: Attrs;
}
/** Nodes in the order of their making, which is an order in which they can run. */
export interface Nodes {
  readonly list: Node[];
  add(
    op: string,
    inputs: readonly Ref[],
    attrs?: Attrs,
    more?: { name?: string; after?: readonly string[] },
  ): Ref;
}

/** An empty list of nodes whose names start with `prefix`. */
export function nodeList(prefix = ''): Nodes {
  const list: Node[] = [];
  return {
    list,
    add(op, inputs, attrs = {}, { name = `${op}_${list.length}`, after = [] } = {}) {
      const node = `${prefix}${name}`;
      list.push({ name: node, op, inputs, after, attrs });
      return { node, output: 0 };
    },
  };
}

export const output = (ref: Ref, index: number): Ref => ({ node: ref.node, output: index });

/** As nodes of a graph name their inputs: `node`, `node:1`, `^before`. */
export function graphNode({ name, op, inputs, after, attrs }: Node) {
  const input = inputs.map(({ node, output: index }) => (index === 0 ? node : `${node}:${index}`));
  return { name, op, input: [...input, ...after.map((before) => `^${before}`)], attr: attrs };
}
