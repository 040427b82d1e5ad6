import { boolAttr, shapeAttr, stringAttr, typeAttr } from '../graph/attr.js';
import { scalarNode } from '../graph/constant-node.js';
import { DT } from '../graph/dtype.js';
import type { Nodes, Ref } from '../graph/node.js';

/** Numbers that live inside the session, with the nodes that put and get them. */
export interface Variable {
  readonly name: string;
  readonly dtype: number;
  readonly shape: readonly number[];
  readonly handle: Ref;
  readonly value: Ref;
  /** Fed to `put`. */
  readonly fed: Ref;
  readonly put: Ref;
}

/** Declares a variable; −1 in its shape is an extent that may change. */
export function variable(nodes: Nodes, name: string, shape: readonly number[], dtype: number): Variable {
  const id = `variable_${nodes.list.length}`;
  const type = { dtype: typeAttr(dtype) };
  const shaped = { ...type, shape: shapeAttr(shape) };
  const names = { shared_name: stringAttr(id), container: stringAttr('') };
  const handle = nodes.add('VarHandleOp', [], { ...shaped, ...names }, { name: id });
  const fed = nodes.add('Placeholder', [], shaped, { name: `${id}_fed` });
  const assign = nodes.add('AssignVariableOp', [handle, fed], { ...type, validate_shape: boolAttr(false) });
  const done = scalarNode(nodes, 1);
  const put = nodes.add(
    'Identity',
    [done],
    { T: typeAttr(DT.float32) },
    { name: `${id}_put`, after: [assign.node] },
  );
  const value = nodes.add('ReadVariableOp', [handle], type, { name: `${id}_get` });
  return { name, dtype, shape, handle, value, fed, put };
}
