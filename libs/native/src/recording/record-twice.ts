import { nativeBackend } from '../binding.js';
import { type Node, type Nodes, nodeList } from '../graph/node.js';
import { outcomesOf } from './outcomes.js';
import type { Trace } from './record.js';
import { refusal } from './refusal.js';

/**
 * Records twice and compares: what differs is a value that JavaScript drew or counted while recording — a dropout
 * mask, a crop, a step number — and would freeze into the graph.
 */
export function recordTwice<T>(
  prefix: string,
  run: (nodes: Nodes, trace: Trace) => T,
): { nodes: Nodes; result: T } {
  const outcomes = outcomesOf(nativeBackend().binding);
  const trace: Trace = { sites: new Map(), outcomes };
  const nodes = nodeList(prefix);
  const result = run(nodes, trace);
  const again = nodeList(prefix);
  run(again, { sites: new Map(), outcomes });
  for (const [i, node] of nodes.list.entries()) {
    const other = again.list[i];
    if (other && same(node, other)) continue;
    const what =
      node.op === 'Const'
        ? 'a value that differs from one recording to the next'
        : `${node.op} comes and goes`;
    throw refusal(
      what,
      'feed what is drawn or counted, for each step',
      trace.sites.get(node.name) ?? new Error(),
    );
  }
  if (again.list.length !== nodes.list.length)
    throw refusal('two recordings differ in length', 'do not branch on what changes');
  return { nodes, result };
}

function same(a: Node, b: Node): boolean {
  return (
    a.op === b.op && JSON.stringify(a.inputs) === JSON.stringify(b.inputs) && sameAttrs(a.attrs, b.attrs)
  );
}

function sameAttrs(a: unknown, b: unknown): boolean {
  if (Buffer.isBuffer(a) && Buffer.isBuffer(b)) return a.equals(b);
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return Object.is(a, b);
  const keys = Object.keys(a) as (keyof typeof a)[];
  return keys.length === Object.keys(b).length && keys.every((key) => sameAttrs(a[key], b[key]));
}
