import {
  checkedFeed,
  installGradients,
  type Packed,
  type Program,
  ProgramError,
  type ProgramSpec,
  type Query,
  stepFactors,
} from '@kshot/fewshot';
import { DT, dtypeNumber } from '../graph/dtype.js';
import { nodeList } from '../graph/node.js';
import { savedModelBytes } from '../graph/saved-model.js';
import { registerNativeKernels } from '../kernels/register.js';
import { layoutOf, mapped } from './layout.js';
import { queryGraph } from './query-graph.js';
import { openSession } from './session.js';
import { trainingLoop } from './training-loop.js';
import { valuesIn } from './values.js';

/** A program as one TensorFlow graph: recorded once, its weights, slots and data inside the session. */
export function compiledProgram<Q extends string>(spec: ProgramSpec<Q>): Program<Q> {
  registerNativeKernels();
  installGradients();
  const { training } = spec;
  const nodes = nodeList();
  const layout = layoutOf(nodes, spec);
  const loop = training && trainingLoop(nodes, spec, training, layout);
  const queries = mapped((spec.queries ?? {}) as Record<string, Query>, (query, name) =>
    queryGraph(`${name.replace(/[^A-Za-z0-9]/g, '_')}_query/`, spec, query, layout),
  );
  const all = [...nodes.list, ...Object.values(queries).flatMap((query) => query.nodes)];
  const session = openSession(savedModelBytes({ nodes: all, functions: loop?.functions }));
  const values = valuesIn(session, layout, spec);
  let step = 0;
  let disposed = false;
  const alive = () => {
    if (disposed) throw new ProgramError('DISPOSED', 'this program was disposed');
  };

  return {
    train(fed, rates) {
      alive();
      if (!training || !loop)
        throw new ProgramError('NOT_TRAINABLE', 'this program was described without training');
      const steps = rates.length;
      const factors = Float32Array.from(
        Array.from(rates).flatMap((rate, i) => {
          const corrected = stepFactors(training.optimizer, rate, step + i + 1);
          return [rate, corrected.rate, corrected.epsilon];
        }),
      );
      const width = loop.reported.length;
      const inputs = Object.entries(training.feeds).map(([name, feed]) => ({
        ref: loop.feeds[name]!,
        shape: [steps, ...feed.shape],
        dtype: dtypeNumber(feed.dtype),
        values: checkedFeed(name, feed, fed[name], steps),
      }));
      const [results] = session.run(
        [
          { ref: loop.count, shape: [], dtype: DT.int32, values: Int32Array.of(steps) },
          { ref: loop.factors, shape: [steps, 3], dtype: DT.float32, values: factors },
          {
            ref: loop.empty,
            shape: [steps, width],
            dtype: DT.float32,
            values: new Float32Array(steps * width),
          },
          ...inputs,
        ],
        [loop.results],
      );
      step += steps;
      const column = (j: number) => Float32Array.from(rates, (_, i) => results!.values[i * width + j]!);
      return Object.fromEntries(loop.reported.map((name, j) => [name, column(j)]));
    },
    call(query, fed) {
      alive();
      const described = spec.queries?.[query];
      const graph = queries[query];
      if (!described || !graph) throw new ProgramError('UNKNOWN_NAME', `there is no query ${query}`);
      const inputs = Object.entries(described.feeds).map(([name, feed]) => ({
        ref: graph.feeds[name]!,
        shape: feed.shape,
        dtype: dtypeNumber(feed.dtype),
        values: checkedFeed(name, feed, fed[name]),
      }));
      const outputs = session.run(inputs, Object.values(graph.outputs));
      return Object.fromEntries(
        Object.keys(graph.outputs).map((name, i): [string, Packed] => {
          const { shape, values: numbers } = outputs[i]!;
          return [
            name,
            { shape, values: numbers instanceof Uint8Array ? Int32Array.from(numbers) : numbers },
          ];
        }),
      );
    },
    weights() {
      alive();
      return values.get([layout.parameters, layout.state]);
    },
    snapshot() {
      alive();
      return { step, arrays: values.get([layout.parameters, layout.state, layout.slots]) };
    },
    restore(snapshot) {
      alive();
      values.put([layout.parameters, layout.state, layout.slots], snapshot.arrays);
      step = snapshot.step;
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      values.forget();
      session.release();
    },
  };
}
