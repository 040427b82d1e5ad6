import { batchNorm, crossEntropy, eagerEngine, type OptimizerConfig, type ProgramSpec } from '@kshot/fewshot';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBackend } from '../backend.js';
import { binding } from '../binding.js';
import { compiledProgram } from './compiled-program.js';

beforeAll(async () => {
  const { native, reason } = await loadBackend({ threads: { intra: 1, inter: 1 } });
  expect(native, reason).toBe(true);
});

const ADAM: OptimizerConfig = { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
const STEPS = 20;
const rates = Float32Array.from({ length: STEPS }, (_, i) => 0.01 / (1 + i));
const pixels = Uint8Array.from({ length: 12 * 64 }, (_, i) => (i * i * 31 + 7 * i) % 256);

/** Two convolutional blocks and a head on bytes that are gathered by index; a moving mean as state. */
function network(optimizer: OptimizerConfig): ProgramSpec<'scores'> {
  const logits = (p: Record<string, tf.Tensor>, x: tf.Tensor) => {
    const images = tf.div(tf.cast(x, 'float32'), 255) as tf.Tensor4D;
    const first = batchNorm(tf.conv2d(images, p.w1 as tf.Tensor4D, 1, 'same'), p.g!, p.b!);
    const pooled = tf.relu(tf.maxPool(first.y, 2, 2, 'valid'));
    const h = tf.relu(tf.conv2d(pooled, p.w2 as tf.Tensor4D, 1, 'same'));
    return { mean: first.mean, scores: tf.matMul(tf.mean(h, [1, 2]) as tf.Tensor2D, p.head as tf.Tensor2D) };
  };
  return {
    parameters: {
      w1: tf.randomNormal([3, 3, 1, 4], 0, 0.3, 'float32', 1),
      g: tf.ones([4]),
      b: tf.zeros([4]),
      w2: tf.randomNormal([3, 3, 4, 8], 0, 0.3, 'float32', 2),
      head: tf.randomNormal([8, 3], 0, 0.3, 'float32', 3),
    },
    state: { moving: tf.zeros([4]) },
    data: { pixels: { shape: [12, 8, 8, 1], values: pixels } },
    training: {
      feeds: { rows: { shape: [6], dtype: 'int32' }, labels: { shape: [6], dtype: 'int32' } },
      loss: (p, { state, data, feeds }) => {
        const { scores, mean } = logits(p, tf.gather(data.pixels!, feeds.rows as tf.Tensor1D));
        const loss = crossEntropy(scores, feeds.labels as tf.Tensor1D);
        const moving = tf.add(tf.mul(state.moving!, 0.9), tf.mul(mean, 0.1));
        return { loss, metrics: { scale: tf.mean(tf.abs(scores)) as tf.Scalar }, state: { moving } };
      },
      optimizer,
      penalty: { kind: 'elastic', weight: 1e-3, mix: 0.5, parameters: ['w1', 'head'] },
    },
    queries: {
      scores: { feeds: {}, outputs: (p, { data }) => ({ scores: logits(p, data.pixels!).scores }) },
    },
  };
}

const fed = {
  rows: Int32Array.from({ length: STEPS * 6 }, (_, i) => (i * 5) % 12),
  labels: Int32Array.from({ length: STEPS * 6 }, (_, i) => (i * 5) % 3),
};
const part = (from: number, to: number) => ({
  rows: fed.rows.slice(from * 6, to * 6),
  labels: fed.labels.slice(from * 6, to * 6),
});

describe('a compiled program', () => {
  it.each<OptimizerConfig>([
    { kind: 'sgd' },
    { kind: 'sgd', clipNorm: 0.1 },
    { kind: 'momentum', momentum: 0.9, nesterov: false },
    { kind: 'momentum', momentum: 0.9, nesterov: true },
    ADAM,
    { ...ADAM, kind: 'adamw', weightDecay: 0.1, decayed: ['w1', 'head'] },
  ])('takes 20 steps like the eager engine: $kind', (optimizer) => {
    const [compiled, eager] = [
      compiledProgram(network(optimizer)),
      eagerEngine().program(network(optimizer)),
    ];
    const [a, b] = [compiled.train(fed, rates), eager.train(fed, rates)];
    expect(Object.keys(a).sort()).toEqual(['loss', 'penalty', 'scale']);
    for (const name of Object.keys(a))
      for (const [i, value] of a[name]!.entries())
        expect(Math.abs(value / b[name]![i]! - 1)).toBeLessThan(1e-4);
    const [scores, expected] = [compiled.call('scores', {}).scores!, eager.call('scores', {}).scores!];
    expect(scores.shape).toEqual([12, 3]);
    expect([...scores.values]).toEqual([...expected.values].map((value) => expect.closeTo(value, 4)));
    expect([...compiled.weights().moving!.values]).toEqual(
      [...eager.weights().moving!.values].map((value) => expect.closeTo(value, 4)),
    );
    for (const program of [compiled, eager]) program.dispose();
  });

  it('gives the same bits however the steps are divided into calls', () => {
    const whole = compiledProgram(network(ADAM));
    whole.train(fed, rates);
    const divided = compiledProgram(network(ADAM));
    for (const [from, to] of [
      [0, 1],
      [1, 8],
      [8, 20],
    ] as const)
      divided.train(part(from, to), rates.slice(from, to));
    expect(divided.snapshot()).toEqual(whole.snapshot());
  });

  it('goes on from a snapshot with the same bits', () => {
    const whole = compiledProgram(network(ADAM));
    whole.train(part(0, 10), rates.slice(0, 10));
    const stored = JSON.stringify(whole.snapshot(), (_, value) =>
      ArrayBuffer.isView(value) ? Array.from(value as Float32Array) : value,
    );
    whole.train(part(10, 20), rates.slice(10));
    const { step, arrays } = JSON.parse(stored) as {
      step: number;
      arrays: Record<string, { shape: number[]; values: number[] }>;
    };
    const typed = Object.entries(arrays).map(([name, { shape, values }]) => [
      name,
      { shape, values: Float32Array.from(values) },
    ]);
    const resumed = compiledProgram(network(ADAM));
    resumed.restore({ step, arrays: Object.fromEntries(typed) });
    resumed.train(part(10, 20), rates.slice(10));
    expect(resumed.snapshot()).toEqual(whole.snapshot());
  });

  it('refuses a snapshot of something else and keeps its own numbers', () => {
    const program = compiledProgram(network(ADAM));
    const before = program.snapshot();
    const wrong = {
      ...before,
      arrays: { ...before.arrays, head: { shape: [1], values: new Float32Array(1) } },
    };
    expect(() => program.restore(wrong)).toThrow(/head is \[8,3\]/);
    expect(program.snapshot()).toEqual(before);
  });

  it('refuses new shapes and use after dispose', () => {
    const program = compiledProgram(network(ADAM));
    expect(() => program.train(fed, rates.slice(1))).toThrow(/a new shape is a new program/);
    program.dispose();
    expect(() => program.weights()).toThrow(/disposed/);
  });

  it('reuses the session of a released program of the same structure', () => {
    compiledProgram(network({ kind: 'sgd' })).dispose();
    const open = binding().getNumOfSavedModels();
    const again = compiledProgram(network({ kind: 'sgd' }));
    expect(binding().getNumOfSavedModels()).toBe(open);
    expect([...again.weights().moving!.values]).toEqual([0, 0, 0, 0]);
  });

  it('takes 10,000 steps in flat memory', () => {
    const line = compiledProgram({
      parameters: { w: tf.scalar(0) },
      training: {
        feeds: { x: { shape: [], dtype: 'float32' } },
        loss: ({ w }, { feeds }) => ({ loss: tf.square(tf.sub(w!, feeds.x!)) as tf.Scalar }),
        optimizer: { kind: 'sgd' },
      },
    });
    const hundred = () => line.train({ x: new Float32Array(100).fill(3) }, new Float32Array(100).fill(0.1));
    hundred();
    const [tensors, memory] = [binding().getNumOfTensors(), process.memoryUsage().rss];
    for (let i = 0; i < 100; i++) hundred();
    expect(binding().getNumOfTensors()).toBe(tensors);
    expect(process.memoryUsage().rss - memory).toBeLessThan(64e6);
    expect(line.weights().w!.values[0]).toBeCloseTo(3, 5);
  });
});
