import { dispose, getBackend, keep, type Tensor, tensor, tidy, zerosLike } from '@tensorflow/tfjs-core';
import { installGradients } from '../gradients/install.js';
import { eagerUpdate } from './eager-update.js';
import { objective } from './objective.js';
import { checkedFeed, checkShape, packed, sizeOf, unpacked } from './packed.js';
import type {
  Engine,
  Fed,
  Feeds,
  Packed,
  Program,
  ProgramSpec,
  Snapshot,
  Tensors,
  Training,
} from './program.js';
import { ProgramError } from './program-error.js';
import { slotNames } from './slots.js';

/** Runs programs op by op on whichever tfjs backend is active: for tests, and where there is no native backend. */
export function eagerEngine(): Engine {
  return { name: getBackend() === 'tensorflow' ? 'tensorflow' : 'cpu', program: eagerProgram };
}

function eagerProgram<Q extends string>(spec: ProgramSpec<Q>): Program<Q> {
  installGradients();
  const { training } = spec;
  const parameters = kept(spec.parameters);
  const state = kept(spec.state ?? {});
  const slots: Record<string, Tensor> = {};
  for (const slot of training ? slotNames(training.optimizer) : [])
    for (const [name, value] of Object.entries(parameters)) slots[`${name}/${slot}`] = keep(zerosLike(value));
  const data = Object.fromEntries(
    Object.entries(spec.data ?? {}).map(([name, pack]) => [name, keep(unpacked(pack))]),
  );
  const arrays = { parameters, state, slots };
  let step = 0;
  let disposed = false;
  const alive = () => {
    if (disposed) throw new ProgramError('DISPOSED', 'this program was disposed');
  };
  const put = (into: Record<string, Tensor>, name: string, value: Tensor) => {
    checkShape(name, value, into[name]!);
    into[name]?.dispose();
    into[name] = keep(value);
  };

  function takeStep(learned: Training, feeds: Tensors, rate: number): Record<string, number> {
    step += 1;
    return tidy(() => {
      const { reported, state: next, gradients } = objective(learned, parameters, { state, data, feeds });
      for (const [name, value] of Object.entries(parameters)) {
        const own = slotNames(learned.optimizer).map((slot) => `${name}/${slot}`);
        const part = { name, value, gradient: gradients[name]!, slots: own.map((slot) => slots[slot]!) };
        const [updated, ...moved] = eagerUpdate(learned.optimizer, part, rate, step);
        put(parameters, name, updated!);
        for (const [i, slot] of own.entries()) put(slots, slot, moved[i]!);
      }
      for (const [name, value] of Object.entries(next)) {
        if (!state[name])
          throw new ProgramError('UNKNOWN_NAME', `the loss assigns ${name}, which is no state`);
        put(state, name, value);
      }
      return Object.fromEntries(
        Object.entries(reported).map(([name, value]) => [name, value.dataSync()[0]!]),
      );
    });
  }

  return {
    train(fed, rates) {
      alive();
      if (!training) throw new ProgramError('NOT_TRAINABLE', 'this program was described without training');
      const checked = checkedFeeds(training.feeds, fed, rates.length);
      const series: Record<string, Float32Array> = {};
      for (const [i, rate] of rates.entries()) {
        const feeds = tensorsOf(training.feeds, checked, i);
        const reported = takeStep(training, feeds, rate);
        dispose(feeds);
        for (const [name, value] of Object.entries(reported)) {
          series[name] ??= new Float32Array(rates.length);
          series[name][i] = value;
        }
      }
      return series;
    },
    call(query, fed) {
      alive();
      const described = spec.queries?.[query];
      if (!described) throw new ProgramError('UNKNOWN_NAME', `there is no query ${query}`);
      const checked = checkedFeeds(described.feeds, fed, 1);
      let result: Record<string, Packed> = {};
      tidy(() => {
        const feeds = tensorsOf(described.feeds, checked, 0);
        result = packedAll(described.outputs(parameters, { state, data, feeds }));
      });
      return result;
    },
    weights() {
      alive();
      return { ...packedAll(parameters), ...packedAll(state) };
    },
    snapshot() {
      alive();
      return { step, arrays: { ...packedAll(parameters), ...packedAll(state), ...packedAll(slots) } };
    },
    restore(snapshot: Snapshot) {
      alive();
      for (const group of Object.values(arrays))
        for (const name of Object.keys(group)) {
          const stored = snapshot.arrays[name];
          if (!stored) throw new ProgramError('WRONG_SNAPSHOT', `the snapshot lacks ${name}`);
          put(group, name, unpacked(stored));
        }
      step = snapshot.step;
    },
    dispose() {
      dispose([parameters, state, slots, data].flatMap((group) => Object.values(group)));
      disposed = true;
    },
  };
}

function kept(tensors: Tensors): Record<string, Tensor> {
  return Object.fromEntries(Object.entries(tensors).map(([name, value]) => [name, keep(value.clone())]));
}

function packedAll(tensors: Tensors): Record<string, Packed> {
  return Object.fromEntries(Object.entries(tensors).map(([name, value]) => [name, packed(value)]));
}

type Checked = Record<string, Float32Array | Int32Array>;

function checkedFeeds(feeds: Feeds, fed: Fed, steps: number): Checked {
  return Object.fromEntries(
    Object.entries(feeds).map(([name, feed]) => [name, checkedFeed(name, feed, fed[name], steps)]),
  );
}

function tensorsOf(feeds: Feeds, checked: Checked, step: number): Record<string, Tensor> {
  const one = ([name, { shape, dtype }]: [string, Feeds[string]]) => {
    const size = sizeOf(shape);
    return [name, tensor(checked[name]!.subarray(step * size, (step + 1) * size), [...shape], dtype)];
  };
  return Object.fromEntries(Object.entries(feeds).map(one));
}
