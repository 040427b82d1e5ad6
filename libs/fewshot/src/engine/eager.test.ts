import '@tensorflow/tfjs-backend-cpu';
import {
  add,
  cast,
  gather,
  matMul,
  mean,
  mul,
  type Scalar,
  setBackend,
  square,
  sub,
  sum,
  type Tensor2D,
  tensor,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eagerEngine } from './eager.js';
import reference from './fixtures/optimizers.json' with { type: 'json' };
import type { OptimizerConfig, Penalty } from './optimizer.js';
import type { ProgramSpec } from './program.js';

beforeAll(async () => {
  await setBackend('cpu');
});

/** Least squares: mean (x w − y)² over a fed batch of examples that are one number each. */
function leastSquares(optimizer: OptimizerConfig, penalty?: Penalty): ProgramSpec<'error'> {
  return {
    parameters: { w: tensor(reference.w, [2, 1]) },
    training: {
      feeds: { x: { shape: [3, 2], dtype: 'float32' }, y: { shape: [3, 1], dtype: 'float32' } },
      loss: ({ w }, { feeds }) => ({
        loss: mean(square(sub(matMul(feeds.x as Tensor2D, w as Tensor2D), feeds.y!))) as Scalar,
      }),
      optimizer,
      penalty,
    },
    queries: {
      error: {
        feeds: { x: { shape: [3, 2], dtype: 'float32' } },
        outputs: ({ w }, { feeds }) => ({ total: sum(matMul(feeds.x as Tensor2D, w as Tensor2D)) }),
      },
    },
  };
}

const fed = { x: Float32Array.from(reference.x.flat(2)), y: Float32Array.from(reference.y.flat(2)) };

describe('the eager engine', () => {
  it.each(reference.runs)('takes the steps of PyTorch with $name', ({ optimizer, penalty, losses, w }) => {
    const program = eagerEngine().program(
      leastSquares(optimizer as OptimizerConfig, penalty as Penalty | undefined),
    );
    const { loss } = program.train(fed, Float32Array.from(reference.rates));
    expect([...loss!]).toEqual(losses.map((value) => expect.closeTo(value, 5)));
    expect([...program.weights().w!.values]).toEqual(w.map((value) => expect.closeTo(value, 5)));
    program.dispose();
  });

  it('goes on from a snapshot with the same bits', () => {
    const spec = leastSquares({ kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 });
    const half = { x: fed.x.subarray(0, 6), y: fed.y.subarray(0, 3) };
    const whole = eagerEngine().program(spec);
    whole.train(half, Float32Array.of(0.1));
    const snapshot = whole.snapshot();
    whole.train(half, Float32Array.of(0.1));
    const resumed = eagerEngine().program(spec);
    resumed.restore(snapshot);
    resumed.train(half, Float32Array.of(0.1));
    expect(resumed.snapshot()).toEqual(whole.snapshot());
  });

  it('answers a query with the present parameters', () => {
    const program = eagerEngine().program(leastSquares({ kind: 'sgd' }));
    const ones = { x: new Float32Array(6).fill(1) };
    expect(program.call('error', ones).total!.values[0]).toBeCloseTo(
      3 * (reference.w[0]! + reference.w[1]!),
      5,
    );
  });

  it('refuses a feed of another size, an unknown query and use after dispose', () => {
    const program = eagerEngine().program(leastSquares({ kind: 'sgd' }));
    expect(() =>
      program.train({ ...fed, y: new Float32Array(2) }, Float32Array.from(reference.rates)),
    ).toThrow(/feed y takes 5 × \[3,1\]/);
    expect(() => program.call('nothing' as 'error', {})).toThrow(/no query nothing/);
    program.dispose();
    expect(() => program.weights()).toThrow(/disposed/);
  });

  it('assigns state and gathers from resident bytes', () => {
    const program = eagerEngine().program({
      parameters: { w: tensor([2]) },
      state: { seen: tensor([0]) },
      data: { pixels: { shape: [3, 1], values: Uint8Array.of(10, 20, 30) } },
      training: {
        feeds: { rows: { shape: [2], dtype: 'int32' } },
        loss: ({ w }, { state, data, feeds }) => {
          const x = cast(gather(data.pixels!, feeds.rows!), 'float32');
          const loss = sum(mul(x, w!)) as Scalar;
          return { loss, metrics: { total: sum(x) as Scalar }, state: { seen: add(state.seen!, sum(x)) } };
        },
        optimizer: { kind: 'sgd' },
      },
    });
    const { loss, total } = program.train({ rows: Int32Array.of(0, 2, 1, 1) }, Float32Array.of(0.01, 0));
    expect([...total!]).toEqual([40, 40]);
    // The first step moves w from 2 to 2 − 0.01 · 40 = 1.6.
    expect([...loss!]).toEqual([80, expect.closeTo(64, 4)]);
    expect(program.weights().seen!.values[0]).toBe(80);
  });
});
