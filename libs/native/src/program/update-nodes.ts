import type { OptimizerConfig } from '@kshot/fewshot';
import { boolAttr, typeAttr } from '../graph/attr.js';
import { scalarNode } from '../graph/constant-node.js';
import { DT } from '../graph/dtype.js';
import type { Nodes, Ref } from '../graph/node.js';

/** What a step is given: the rate as it is, the rate and ε with Adam's corrections (`stepFactors`). */
export interface Factors {
  readonly rate: Ref;
  readonly corrected: Ref;
  readonly epsilon: Ref;
}
export interface Updated {
  readonly name: string;
  readonly handle: Ref;
  readonly value: Ref;
  readonly gradient: Ref;
  /** Handles in the order of `slotNames`. */
  readonly slots: readonly Ref[];
}

const T = { T: typeAttr(DT.float32) };
const UNLOCKED = { ...T, use_locking: boolAttr(false) };

/** One native op per parameter, after its value was read; returns the name of the node that ends the update. */
export function updateNodes(
  nodes: Nodes,
  optimizer: OptimizerConfig,
  part: Updated,
  factors: Factors,
): string {
  const { name, handle, value, gradient, slots } = part;
  let after = [value.node];
  switch (optimizer.kind) {
    case 'sgd':
      return nodes.add('ResourceApplyGradientDescent', [handle, factors.rate, gradient], UNLOCKED, { after })
        .node;
    case 'momentum': {
      const momentum = scalarNode(nodes, optimizer.momentum);
      const attrs = { ...UNLOCKED, use_nesterov: boolAttr(optimizer.nesterov) };
      const inputs = [handle, slots[0]!, factors.rate, gradient, momentum];
      return nodes.add('ResourceApplyMomentum', inputs, attrs, { after }).node;
    }
    case 'adam':
    case 'adamw': {
      const [beta1, beta2] = [scalarNode(nodes, optimizer.beta1), scalarNode(nodes, optimizer.beta2)];
      if (optimizer.kind === 'adamw' && optimizer.decayed.includes(name)) {
        const share = nodes.add('Mul', [factors.rate, scalarNode(nodes, optimizer.weightDecay)], T);
        const decay = nodes.add('Mul', [value, share], T);
        const attrs = { dtype: typeAttr(DT.float32) };
        after = [nodes.add('AssignSubVariableOp', [handle, decay], attrs, { after }).node];
      }
      // The corrections are folded into the factors: powers of 0 switch the op's own off.
      const zero = scalarNode(nodes, 0);
      const inputs = [
        handle,
        slots[0]!,
        slots[1]!,
        zero,
        zero,
        factors.corrected,
        beta1,
        beta2,
        factors.epsilon,
        gradient,
      ];
      return nodes.add('ResourceApplyAdam', inputs, { ...UNLOCKED, use_nesterov: boolAttr(false) }, { after })
        .node;
    }
  }
}
