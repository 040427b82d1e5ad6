import type { ProgramSpec, Training } from '@kshot/fewshot';
import { boolAttr, funcAttr, intAttr, shapesAttr, typeAttr, typesAttr } from '../graph/attr.js';
import { scalarNode } from '../graph/constant-node.js';
import { DT } from '../graph/dtype.js';
import { functionDef } from '../graph/function.js';
import { type Nodes, nodeList, type Ref } from '../graph/node.js';
import { recordTwice } from '../recording/record-twice.js';
import { feedEntries, type Layout } from './layout.js';
import {
  COUNT,
  FACTORS,
  feedArgument,
  handleArgument,
  RESULTS,
  recordStep,
  residents,
  STEP,
  type Step,
} from './step-body.js';
import { type Variable, variable } from './variable.js';

export interface TrainingLoop {
  /** What each step reports, in the order of the columns of `results`. */
  readonly reported: readonly string[];
  /** To feed: [] the number of steps, [steps, 3] the factors, [steps, reported] zeros, each feed as [steps, …]. */
  readonly count: Ref;
  readonly factors: Ref;
  readonly empty: Ref;
  readonly feeds: Readonly<Record<string, Ref>>;
  /** [steps, reported] */
  readonly results: Ref;
  readonly functions: readonly ReturnType<typeof functionDef>[];
}

interface Carried {
  readonly name: string;
  readonly type: number;
  readonly outer: Ref;
}

/**
 * Many steps a call: a While inside the graph whose body is one recorded step. Whatever the steps are fed lies in variables
 * like everything else: a loop passes a handle once, but a tensor in every round.
 */
export function trainingLoop(
  outer: Nodes,
  spec: ProgramSpec,
  training: Training,
  layout: Layout,
): TrainingLoop {
  const { nodes: body, result: step } = recordTwice('', (nodes, trace) =>
    recordStep(nodes, trace, spec, training, layout),
  );
  const width = step.reported.length;
  const count = variable(outer, COUNT, [], DT.int32);
  const rows = variable(outer, RESULTS, [-1, width], DT.float32);
  const factors = variable(outer, FACTORS, [-1, 3], DT.float32);
  const feeds = feedEntries(training.feeds).map(({ name, type, shape }) =>
    variable(outer, name, [-1, ...shape], type),
  );
  const handle = (name: string, { handle: ref }: Variable) => ({ name, type: DT.resource, outer: ref });
  const carried: Carried[] = [
    { name: STEP, type: DT.int32, outer: scalarNode(outer, 0, DT.int32) },
    handle(COUNT, count),
    handle(RESULTS, rows),
    handle(FACTORS, factors),
    ...feeds.map((of, i) => handle(feedArgument(i), of)),
    ...residents(layout).map((of, i) => handle(handleArgument(i), of)),
  ];
  const loop = outer.add(
    'While',
    carried.map((value) => value.outer),
    {
      T: typesAttr(carried.map(({ type }) => type)),
      output_shapes: shapesAttr(carried.map(() => [])),
      cond: funcAttr('steps_are_left'),
      body: funcAttr('take_step'),
      parallel_iterations: intAttr(1),
      _lower_using_switch_merge: boolAttr(true),
    },
    { name: 'train', after: [count, rows, factors, ...feeds].map(({ put }) => put.node) },
  );
  const ended = outer.add('Identity', [loop], { T: typeAttr(DT.int32) });
  const results = outer.add(
    'ReadVariableOp',
    [rows.handle],
    { dtype: typeAttr(DT.float32) },
    { after: [ended.node] },
  );
  return {
    reported: step.reported,
    count: count.fed,
    factors: factors.fed,
    empty: rows.fed,
    feeds: Object.fromEntries(feeds.map(({ name, fed: ref }) => [name, ref])),
    results,
    functions: [condition(carried), stepFunction(body, step, carried)],
  };
}

function condition(carried: readonly Carried[]) {
  const nodes = nodeList();
  const count = nodes.add('ReadVariableOp', [argument(COUNT)], { dtype: typeAttr(DT.int32) });
  const left = nodes.add('Less', [argument(STEP), count], { T: typeAttr(DT.int32) });
  return functionDef('steps_are_left', carried, nodes.list, [{ name: 'left', type: DT.bool, ref: left }]);
}

/** The recorded step, then its row written into the results, then the next step's number, which waits for all of it. */
function stepFunction(nodes: Nodes, { row, done, reported }: Step, carried: readonly Carried[]) {
  const float = typeAttr(DT.float32);
  const packed = nodes.add('Pack', row, { T: float, N: intAttr(reported.length), axis: intAttr(0) });
  const written = nodes.add('ResourceScatterUpdate', [argument(RESULTS), argument(STEP), packed], {
    dtype: float,
    Tindices: typeAttr(DT.int32),
  });
  const int = { T: typeAttr(DT.int32) };
  const next = nodes.add('AddV2', [argument(STEP), scalarNode(nodes, 1, DT.int32)], int);
  const ended = nodes.add('Identity', [next], int, { after: [...done, written.node] });
  const results = carried.map(({ name, type }) => ({
    name: `next_${name}`,
    type,
    ref: name === STEP ? ended : argument(name),
  }));
  return functionDef('take_step', carried, nodes.list, results);
}

function argument(name: string): Ref {
  return { node: name, output: 0 };
}
