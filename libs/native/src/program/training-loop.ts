import type { ProgramSpec, Training } from '@kshot/fewshot';
import { boolAttr, funcAttr, intAttr, shapeAttr, shapesAttr, typeAttr, typesAttr } from '../graph/attr.js';
import { constantAttrs, scalarNode } from '../graph/constant-node.js';
import { DT } from '../graph/dtype.js';
import { functionDef } from '../graph/function.js';
import { type Nodes, nodeList, output, type Ref } from '../graph/node.js';
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
  readonly shape: readonly number[];
  readonly outer: Ref;
}

/** Many steps a call: a While inside the graph whose body is one recorded step. */
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
  const placeholder = (name: string, type: number, shape: readonly number[]): Carried => {
    const attrs = { dtype: typeAttr(type), shape: shapeAttr(shape) };
    return { name, type, shape, outer: outer.add('Placeholder', [], attrs, { name: `train_${name}` }) };
  };
  const first = { name: STEP, type: DT.int32, shape: [], outer: scalarNode(outer, 0, DT.int32) };
  const count = placeholder(COUNT, DT.int32, []);
  const empty = placeholder(RESULTS, DT.float32, [-1, width]);
  const factors = placeholder(FACTORS, DT.float32, [-1, 3]);
  const feeds = feedEntries(training.feeds).map(({ name, type, shape }, i) => ({
    feed: name,
    ...placeholder(feedArgument(i), type, [-1, ...shape]),
  }));
  const handles = residents(layout).map(({ handle }, i) => ({
    name: handleArgument(i),
    type: DT.resource,
    shape: [],
    outer: handle,
  }));
  const carried: Carried[] = [first, count, empty, factors, ...feeds, ...handles];
  const loop = outer.add(
    'While',
    carried.map((value) => value.outer),
    {
      T: typesAttr(carried.map(({ type }) => type)),
      output_shapes: shapesAttr(carried.map(({ shape }) => shape)),
      cond: funcAttr('steps_are_left'),
      body: funcAttr('take_step'),
      parallel_iterations: intAttr(1),
      _lower_using_switch_merge: boolAttr(true),
    },
    { name: 'train' },
  );
  return {
    reported: step.reported,
    count: count.outer,
    factors: factors.outer,
    empty: empty.outer,
    feeds: Object.fromEntries(feeds.map(({ feed, outer: ref }) => [feed, ref])),
    results: output(loop, 2),
    functions: [condition(carried), stepFunction(body, step, carried)],
  };
}

function condition(carried: readonly Carried[]) {
  const nodes = nodeList();
  const left = nodes.add('Less', [argument(STEP), argument(COUNT)], { T: typeAttr(DT.int32) });
  return functionDef('steps_are_left', carried, nodes.list, [{ name: 'left', type: DT.bool, ref: left }]);
}

/** The recorded step, then its row written into the results, then the next step's number, which waits for all of it. */
function stepFunction(nodes: Nodes, { row, done, reported }: Step, carried: readonly Carried[]) {
  const float = { T: typeAttr(DT.float32) };
  const packed = nodes.add('Pack', row, { ...float, N: intAttr(reported.length), axis: intAttr(0) });
  const rowShape = nodes.add('Const', [], constantAttrs([2], DT.int32, [1, reported.length]));
  const indexShape = nodes.add('Const', [], constantAttrs([2], DT.int32, [1, 1]));
  const shaped = { Tshape: typeAttr(DT.int32) };
  const asRow = nodes.add('Reshape', [packed, rowShape], { ...float, ...shaped });
  const index = nodes.add('Reshape', [argument(STEP), indexShape], { T: typeAttr(DT.int32), ...shaped });
  const indexed = { ...float, Tindices: typeAttr(DT.int32) };
  const written = nodes.add('TensorScatterUpdate', [argument(RESULTS), index, asRow], indexed);
  const next = nodes.add('AddV2', [argument(STEP), scalarNode(nodes, 1, DT.int32)], {
    T: typeAttr(DT.int32),
  });
  const ended = nodes.add('Identity', [next], { T: typeAttr(DT.int32) }, { after: done });
  const results = carried.map(({ name, type }) => {
    const ref = name === STEP ? ended : name === RESULTS ? written : argument(name);
    return { name: `next_${name}`, type, ref };
  });
  return functionDef('take_step', carried, nodes.list, results);
}

function argument(name: string): Ref {
  return { node: name, output: 0 };
}
