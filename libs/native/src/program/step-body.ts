import { type Objective, objective, type ProgramSpec, slotNames, type Training } from '@kshot/fewshot';

import { boolAttr, intAttr, typeAttr } from '../graph/attr.js';
import { DT } from '../graph/dtype.js';
import { type Nodes, output, type Ref } from '../graph/node.js';
import { type Recording, record, type Trace } from '../recording/record.js';
import { scoped } from '../recording/scoped.js';
import { examplesOf } from './examples.js';
import { feedEntries, type Layout } from './layout.js';
import { updateNodes } from './update-nodes.js';
import type { Variable } from './variable.js';

/** The arguments of the loop's body, by the name under which its nodes know them. */
export const STEP = 'step';
export const COUNT = 'count';
export const RESULTS = 'results';
export const FACTORS = 'factors';
export const feedArgument = (i: number) => `feed_${i}`;
export const handleArgument = (i: number) => `handle_${i}`;

/** All variables of a program, in the order in which the loop's body takes their handles. */
export function residents(layout: Layout): Variable[] {
  return [layout.parameters, layout.state, layout.slots, layout.data].flatMap((group) =>
    Object.values(group),
  );
}

export interface Step {
  /** Names and values of what is reported. */
  readonly reported: readonly string[];
  readonly row: readonly Ref[];
  /** Nodes whose end is the step's end. */
  readonly done: readonly string[];
}

const argument = (node: string): Ref => ({ node, output: 0 });

/** Records one step: reads, objective, updates by native ops. */
export function recordStep(
  nodes: Nodes,
  trace: Trace,
  spec: ProgramSpec,
  training: Training,
  layout: Layout,
): Step {
  const handles = new Map(residents(layout).map((variable, i) => [variable, argument(handleArgument(i))]));
  const values = new Map<Variable, Ref>();
  const handle = (variable: Variable) => handles.get(variable)!;
  const value = (variable: Variable): Ref => {
    const attrs = { dtype: typeAttr(variable.dtype) };
    const ref = values.get(variable) ?? nodes.add('ReadVariableOp', [handle(variable)], attrs);
    values.set(variable, ref);
    return ref;
  };
  const fed = feedEntries(training.feeds);
  return scoped(() => {
    const examples = examplesOf(spec, training.feeds, (kind, name) => {
      if (kind !== 'feeds') return value(layout[kind as keyof Layout][name]!);
      const i = fed.findIndex((feed) => feed.name === name);
      return ofThisStep(nodes, feedArgument(i), fed[i]!.type);
    });
    return record(nodes, examples.bound, trace, (recording) => {
      const found = objective(training, examples.parameters, examples);
      const done = updates(nodes, recording, found, training, layout, { handle, value });
      const reported = Object.keys(found.reported);
      return { reported, row: reported.map((name) => recording.refOf(found.reported[name]!)), done };
    });
  });
}

interface Access {
  handle(variable: Variable): Ref;
  value(variable: Variable): Ref;
}

function updates(
  nodes: Nodes,
  { refOf }: Recording,
  found: Objective,
  { optimizer }: Training,
  layout: Layout,
  { handle, value }: Access,
): string[] {
  const row = ofThisStep(nodes, FACTORS, DT.float32);
  const three = nodes.add('Unpack', [row], { T: typeAttr(DT.float32), num: intAttr(3), axis: intAttr(0) });
  const factors = { rate: three, corrected: output(three, 1), epsilon: output(three, 2) };
  const learned = Object.entries(layout.parameters).map(([name, variable]) => {
    const slots = slotNames(optimizer).map((slot) => handle(layout.slots[`${name}/${slot}`]!));
    const gradient = refOf(found.gradients[name]!);
    return updateNodes(
      nodes,
      optimizer,
      { name, handle: handle(variable), value: value(variable), gradient, slots },
      factors,
    );
  });
  const assigned = Object.entries(found.state).map(([name, tensor]) => {
    const variable = layout.state[name]!;
    const attrs = { dtype: typeAttr(variable.dtype) };
    const after = [value(variable).node];
    return nodes.add('AssignVariableOp', [handle(variable), refOf(tensor)], attrs, { after }).node;
  });
  return [...learned, ...assigned];
}

/** Row `step` of what was fed for all steps. */
function ofThisStep(nodes: Nodes, fed: string, type: number): Ref {
  const attrs = { dtype: typeAttr(type), Tindices: typeAttr(DT.int32), batch_dims: intAttr(0) };
  return nodes.add('ResourceGather', [argument(fed), argument(STEP)], {
    ...attrs,
    validate_indices: boolAttr(true),
  });
}
