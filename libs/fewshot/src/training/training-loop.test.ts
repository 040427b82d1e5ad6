import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eagerEngine } from '../engine/eager.js';
import type { FitProgress, FitState } from './fit-progress.js';
import { Diverged } from './step-columns.js';
import { type LoopEnded, type TrainingProblem, trainingLoop } from './training-loop.js';

beforeAll(() => tf.setBackend('cpu'));

/** (w − x)²/2 with x fed: 1, 2, 3, … by Adam, so that slots count; 7 updates in epochs of 3. */
function problem(given: Partial<TrainingProblem> = {}) {
  const program = eagerEngine().program({
    parameters: { w: tf.tensor1d([0]) },
    training: {
      feeds: { x: { shape: [1], dtype: 'float32' } },
      loss: ({ w }, { feeds }) => ({
        loss: tf.div(tf.sum(tf.square(tf.sub(w as tf.Tensor, feeds.x as tf.Tensor))), 2) as tf.Scalar,
      }),
      optimizer: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
    },
  });
  const w = () => program.weights().w?.values[0] as number;
  const described: TrainingProblem = {
    program,
    steps: 7,
    perEpoch: 3,
    patience: 0,
    keepsBest: true,
    unit: 'examples',
    amount: (updates) => updates,
    rate: (step) => 0.1 * (step + 1),
    fed: (first, count) => ({ x: Float32Array.from({ length: count }, (_, i) => first + i + 1) }),
    measured: () => ({ metrics: { w: w() }, watched: Math.abs(w() - 1) }),
    ...given,
  };
  return { described, w };
}

function run(training: Generator<FitProgress, LoopEnded>, until = Number.POSITIVE_INFINITY) {
  const seen: FitProgress[] = [];
  let state: FitState | undefined;
  let next = training.next();
  for (; !next.done; next = training.next()) {
    seen.push(next.value);
    if (next.value.step >= until) {
      state = next.value.checkpoint();
      break;
    }
  }
  const column = (name: string) => seen.flatMap(({ metrics }) => metrics[name]?.values ?? []);
  return { seen, state, column, ended: next.done ? next.value : undefined };
}

/** One update to a call, so that a checkpoint can be taken after each. */
const oneByOne = (described: TrainingProblem): TrainingProblem => ({ ...described, perEpoch: 1, steps: 7 });

describe('trainingLoop', () => {
  it('ends each epoch after its updates, the last with what is left', () => {
    const { seen } = run(trainingLoop(problem().described));
    expect(seen.filter(({ epochEnded }) => epochEnded).map(({ step, epoch }) => [step, epoch])).toEqual([
      [3, 1],
      [6, 2],
      [7, 3],
    ]);
    expect(seen.at(-1)).toMatchObject({ steps: 7, epochs: 3 });
  });

  it.each([1, 2, 3, 4, 5, 6, 7])('goes on after update %i with the same bits', (until) => {
    const whole = problem();
    const all = run(trainingLoop(oneByOne(whole.described)));
    const part = run(trainingLoop(oneByOne(problem().described)), until);
    const again = problem();
    const rest = run(trainingLoop(oneByOne(again.described), part.state));
    for (const name of ['loss', 'learningRate', 'w'])
      expect([...part.column(name), ...rest.column(name)]).toEqual(all.column(name));
    expect(again.w()).toBe(whole.w());
    expect(rest.ended).toEqual(all.ended);
  });

  it('goes on in the middle of an epoch with the same bits', () => {
    const long = { steps: 64, perEpoch: 64 };
    const whole = problem(long);
    const all = run(trainingLoop(whole.described));
    const part = run(trainingLoop(problem(long).described), 1);
    expect(part.state?.snapshot.step).toBeLessThan(64);
    const again = problem(long);
    const rest = run(trainingLoop(again.described, part.state));
    expect([...part.column('loss'), ...rest.column('loss')]).toEqual(all.column('loss'));
    expect(again.w()).toBe(whole.w());
  });

  it('stops when the watched loss has not fallen for as many epochs, with the best weights', () => {
    const watched = [3, 2, 5, 4, 1];
    const at: number[] = [];
    const { described, w } = problem({ perEpoch: 1, patience: 2 });
    const measured = () => {
      at.push(w());
      return { metrics: {}, watched: watched[at.length - 1] as number };
    };
    const { ended } = run(trainingLoop({ ...described, measured }));
    expect(ended).toMatchObject({ steps: 4, stoppedEarly: true, best: { loss: 2, epoch: 2, since: 2 } });
    expect(w()).toBe(at[1]);
  });

  it('keeps the last weights where the best are not asked for', () => {
    const { described, w } = problem({ keepsBest: false });
    const { column } = run(trainingLoop(described));
    expect(w()).toBe(column('w').at(-1));
  });

  it('counts the updates of earlier stages', () => {
    const { seen, state } = run(trainingLoop(problem({ stepsBefore: 6 }).described), 13);
    expect(seen.at(-1)).toMatchObject({ step: 13, steps: 13, epoch: 5, epochs: 5 });
    expect(state).toMatchObject({ stepsBefore: 6, snapshot: { step: 7 } });
  });

  it('reports a loss that became NaN by its update', () => {
    const { described } = problem({
      fed: (first, count) => ({
        x: Float32Array.from({ length: count }, (_, i) => (first + i === 1 ? Number.NaN : 1)),
      }),
    });
    let thrown: unknown;
    try {
      run(trainingLoop(described));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(Diverged);
    expect((thrown as Diverged).message).toContain('at step 2');
  });
});
