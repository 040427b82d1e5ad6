import type { Attrs } from './attr.js';
import type { Node, Ref } from './node.js';
import { outputName } from './output-names.js';

export interface Argument {
  readonly name: string;
  readonly type: number;
}
export interface Result extends Argument {
  readonly ref: Ref;
}

/** A FunctionDef: arguments are named in its nodes' inputs like nodes. */
export function functionDef(
  name: string,
  args: readonly Argument[],
  nodes: readonly Node[],
  results: readonly Result[],
  attr: Attrs = {},
) {
  const ops = new Map(nodes.map((node) => [node.name, node.op]));
  const source = ({ node, output }: Ref) => {
    const op = ops.get(node);
    return op === undefined ? node : `${node}:${outputName(op, output)}`;
  };
  return {
    signature: {
      name,
      input_arg: args.map(({ name: arg, type }) => ({ name: arg, type })),
      output_arg: results.map(({ name: result, type }) => ({ name: result, type })),
      is_stateful: true,
    },
    node_def: nodes.map((node) => ({
      name: node.name,
      op: node.op,
      input: [...node.inputs.map(source), ...node.after.map((before) => `^${before}`)],
      attr: node.attrs,
    })),
    ret: Object.fromEntries(results.map((result) => [result.name, source(result.ref)])),
    attr,
  };
}
