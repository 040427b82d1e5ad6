import type { ProgramSpec, Query } from '@kshot/fewshot';

import { shapeAttr, typeAttr } from '../graph/attr.js';
import { dtypeNumber } from '../graph/dtype.js';
import type { Node, Nodes, Ref } from '../graph/node.js';
import { record } from '../recording/record.js';
import { recordTwice } from '../recording/record-twice.js';
import { scoped } from '../recording/scoped.js';
import { examplesOf } from './examples.js';
import { feedEntries, type Layout } from './layout.js';

export interface QueryGraph {
  readonly nodes: readonly Node[];
  readonly feeds: Readonly<Record<string, Ref>>;
  readonly outputs: Readonly<Record<string, Ref>>;
}

/** A function of the present variables, recorded into the session's own graph beside the training. */
export function queryGraph(prefix: string, spec: ProgramSpec, query: Query, layout: Layout): QueryGraph {
  const { nodes, result } = recordTwice(prefix, (into, trace) => {
    const feeds = placeholders(into, query);
    const refs = (kind: string, name: string) =>
      kind === 'feeds' ? feeds[name]! : layout[kind as keyof Layout][name]!.value;
    return scoped(() => {
      const examples = examplesOf(spec, query.feeds, refs);
      const outputs = record(into, examples.bound, trace, ({ refOf }) => {
        const found = query.outputs(examples.parameters, examples);
        return Object.fromEntries(
          Object.entries(found).map(([name, tensor], i) => {
            const type = { T: typeAttr(dtypeNumber(tensor.dtype)) };
            return [name, into.add('Identity', [refOf(tensor)], type, { name: `output_${i}` })];
          }),
        );
      });
      return { feeds, outputs };
    });
  });
  return { nodes: nodes.list, ...result };
}

function placeholders(nodes: Nodes, query: Query): Record<string, Ref> {
  return Object.fromEntries(
    feedEntries(query.feeds).map(({ name, type, shape }, i) => {
      const attrs = { dtype: typeAttr(type), shape: shapeAttr(shape) };
      return [name, nodes.add('Placeholder', [], attrs, { name: `feed_${i}` })];
    }),
  );
}
