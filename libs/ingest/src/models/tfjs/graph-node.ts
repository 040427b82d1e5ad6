import { DomainError } from '@kshot/domain';
import * as z from 'zod';

/** An attribute of a node: JSON of protocol buffers writes 64-bit numbers as text and bytes in base64. */
const attr = z
  .object({
    s: z.string(),
    i: z.coerce.number(),
    f: z.number(),
    b: z.boolean(),
    shape: z.object({ dim: z.array(z.object({ size: z.coerce.number() })).default([]) }),
    list: z.object({ i: z.array(z.coerce.number()), s: z.array(z.string()) }).partial(),
  })
  .partial();

export const graphNode = z.object({
  name: z.string(),
  op: z.string(),
  input: z.array(z.string()).default([]),
  attr: z.record(z.string(), attr).default({}),
});
export type GraphNode = z.infer<typeof graphNode>;

/** Names of the nodes whose first output it takes; those that it only waits for are left out. */
export const inputsOf = ({ input }: GraphNode): string[] =>
  input.filter((name) => !name.startsWith('^')).map((name) => name.replace(/:0$/, ''));

const textOf = (base64: string | undefined): string => Buffer.from(base64 ?? '', 'base64').toString();

export function paddingOf(node: GraphNode): 'same' | 'valid' {
  const padding = textOf(node.attr.padding?.s).toLowerCase();
  if (padding === 'same' || padding === 'valid') return padding;
  throw unread(node, `the padding ${padding}`);
}

/** What is done to the result within the op: BiasAdd, Relu, … */
export const fusedOps = (node: GraphNode): string[] => (node.attr.fused_ops?.list?.s ?? []).map(textOf);

/** The one number that height and width share, of strides, windows or dilations. */
export function squareOf(node: GraphNode, name: string, otherwise = 1): number {
  const [n = 1, height = otherwise, width = otherwise, c = 1] = node.attr[name]?.list?.i ?? [];
  if (height !== width || n !== 1 || c !== 1) throw unread(node, `${name} that are not square`);
  const format = textOf(node.attr.data_format?.s);
  if (format !== '' && format !== 'NHWC') throw unread(node, 'channels first');
  return height;
}

export const unread = ({ name, op }: GraphNode, what: string): DomainError =>
  new DomainError(
    'DATA_FORMAT',
    `Node "${name}" (${op}) has ${what}, which is not read. Export the model as a layers model, or replace it.`,
  );
