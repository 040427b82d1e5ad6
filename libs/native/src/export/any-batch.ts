import { isDeepStrictEqual } from 'node:util';
import { ProgramError } from '@kshot/fewshot';
import { constantAttrs } from '../graph/constant-node.js';
import { DT } from '../graph/dtype.js';
import { type Node, type Nodes, nodeList } from '../graph/node.js';

const SMALL = 3;
const LARGE = 5;

/**
 * Recorded shapes hold the batch as a number. Recording with two batches shows where: a shape that follows the batch
 * gets −1 in its place, and whatever else follows it is refused.
 */
export function withAnyBatch(recorded: (batch: number) => Nodes): Nodes {
  const [small, large] = [recorded(SMALL).list, recorded(LARGE).list];
  const nodes = nodeList();
  if (small.length !== large.length) refuse('the number of ops');
  const readers = (name: string) => small.filter((node) => node.inputs.some((input) => input.node === name));
  for (const [i, node] of small.entries()) {
    const other = large[i]!;
    const free = node.op === 'Const' ? freed(node, other) : node;
    if (
      free !== node &&
      !readers(node.name).every(({ op, inputs }) => op === 'Reshape' && inputs[1]!.node === node.name)
    )
      refuse(readers(node.name)[0]?.op ?? 'a constant');
    nodes.list.push(free);
  }
  return nodes;
}

interface Stored {
  readonly tensor: {
    readonly dtype: number;
    readonly tensor_shape: { dim: { size: number }[] };
    readonly tensor_content?: Buffer;
    readonly int_val?: number[];
  };
}

/** The constant itself, or the shape with −1 where the two recordings differ by the batch. */
function freed(node: Node, other: Node): Node {
  const [a, b] = [numbers(node), numbers(other)];
  if (!a || !b || a.length !== b.length) {
    if (!isDeepStrictEqual(node.attrs, other.attrs)) refuse('a constant');
    return node;
  }
  const differing = a.flatMap((value, i) => (value === b[i] ? [] : [i]));
  if (differing.length === 0) return node;
  if (differing.length > 1 || a[differing[0]!]! / SMALL !== b[differing[0]!]! / LARGE) refuse('a shape');
  return {
    ...node,
    attrs: constantAttrs(
      [a.length],
      DT.int32,
      a.map((value, i) => (i === differing[0] ? -1 : value)),
    ),
  };
}

function numbers({ attrs }: Node): number[] | undefined {
  const { tensor } = attrs.value as unknown as Stored;
  if (tensor.dtype !== DT.int32) return undefined;
  const count = tensor.tensor_shape.dim.reduce((product, { size }) => product * size, 1);
  if (tensor.int_val) return new Array(count).fill(tensor.int_val[0]!);
  const { buffer, byteOffset, byteLength } = tensor.tensor_content!;
  return Array.from(new Int32Array(buffer.slice(byteOffset, byteOffset + byteLength)));
}

function refuse(what: string): never {
  throw new ProgramError(
    'NOT_RECORDABLE',
    `${what} depends on the size of the batch: let only reshapes name it`,
  );
}
