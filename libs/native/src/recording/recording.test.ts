import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { constant } from '@kshot/fewshot';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBackend } from '../backend.js';
import { compile } from '../compile.js';
import { compiledProgram } from '../program/compiled-program.js';

beforeAll(async () => {
  await loadBackend({ threads: { intra: 1, inter: 1 } });
});

const x = { x: { shape: [4], dtype: 'float32' } } as const;
const ones = { x: new Float32Array(4).fill(1) };

describe('what is recorded', () => {
  it('is run on whatever is fed', () => {
    const f = compile(({ x: value }) => ({ y: tf.mul(value!, 2), total: tf.sum(value!) }), x);
    expect(f({ x: Float32Array.of(1, 2, 3, 4) })).toEqual({
      y: { shape: [4], values: Float32Array.of(2, 4, 6, 8) },
      total: { shape: [], values: Float32Array.of(10) },
    });
    f.dispose();
  });

  it('takes declared constants', () => {
    const outside = constant(tf.tensor1d([1, 2, 3, 4]));
    const f = compile(
      ({ x: v }) => ({ y: tf.add(tf.mul(v!, outside), constant(tf.tensor1d([4, 3, 2, 1]))) }),
      x,
    );
    expect([...f(ones).y!.values]).toEqual([5, 5, 5, 5]);
  });

  it('leaves no temporary folder', () => {
    compile(({ x: value }) => ({ y: tf.square(value!) }), x).dispose();
    const own = readdirSync(tmpdir()).filter((name) => name.startsWith(`kshot-graph-${process.pid}-`));
    expect(own).toEqual([]);
  });

  it('differs from step to step where a mask is fed', () => {
    const feeds = { mask: { shape: [4], dtype: 'float32' } } as const;
    const program = compiledProgram({
      parameters: { w: tf.tensor1d([1, 2, 4, 8]) },
      training: {
        feeds,
        loss: ({ w }, { feeds: { mask } }) => ({ loss: tf.sum(tf.mul(w!, mask!)) as tf.Scalar }),
        optimizer: { kind: 'sgd' },
      },
    });
    const masks = Float32Array.of(2, 0, 2, 0, 0, 2, 0, 2);
    expect([...program.train({ mask: masks }, Float32Array.of(0, 0)).loss!]).toEqual([10, 20]);
  });
});

/** The line of this file that a message names. */
const HERE = /recording\.test\.ts:\d+/;

describe('what is refused, with the line of the caller', () => {
  it('a dropout mask drawn in JavaScript, with or without a seed', () => {
    expect(() => compile(({ x: v }) => ({ y: tf.dropout(v!, 0.5) }), x)).toThrow(
      /would freeze into the graph/,
    );
    expect(() => compile(({ x: v }) => ({ y: tf.dropout(v!, 0.5, undefined, 7) }), x)).toThrow(HERE);
  });

  it('an index list', () => {
    const f = () => compile(({ x: v }) => ({ y: tf.gather(v!, tf.tensor1d([3, 1], 'int32')) }), x);
    expect(f).toThrow(/array of 2 numbers \[2\] made while recording/);
    expect(f).toThrow(HERE);
  });

  it('a number that changes from one recording to the next', () => {
    let step = 0;
    const f = () => compile(({ x: v }) => ({ y: tf.mul(v!, ++step) }), x);
    expect(f).toThrow(/differs from one recording to the next/);
    expect(f).toThrow(HERE);
  });

  it('a tensor from outside', () => {
    const outside = tf.scalar(2);
    expect(() => compile(({ x: v }) => ({ y: tf.mul(v!, outside) }), x)).toThrow(
      /from outside of the recorded function/,
    );
  });

  it('a branch on data', () => {
    const f = () => compile(({ x: v }) => ({ y: tf.sum(v!).dataSync()[0]! > 0 ? v! : tf.neg(v!) }), x);
    expect(f).toThrow(/a value is read while recording/);
    expect(f).toThrow(HERE);
  });

  it('a native draw, and a shape that depends on values', () => {
    const draw = () => compile(({ x: v }) => ({ y: tf.multinomial(v as tf.Tensor1D, 2, 1) }), x);
    expect(draw).toThrow(/Multinomial draws random numbers/);
  });

  it('a branch that comes and goes', () => {
    let calls = 0;
    expect(() => compile(({ x: v }) => ({ y: ++calls % 2 ? tf.neg(v!) : tf.exp(v!) }), x)).toThrow(
      /comes and goes/,
    );
  });

  it('another shape', () => {
    const f = compile(({ x: v }) => ({ y: tf.neg(v!) }), x);
    expect(() => f({ x: new Float32Array(5) })).toThrow(/a new shape is a new program/);
  });

  it('and leaves the backend as it was', () => {
    expect(tf.add(1, 2).dataSync()[0]).toBe(3);
    expect(tf.gather(tf.tensor1d([5, 6]), tf.tensor1d([1], 'int32')).dataSync()[0]).toBe(6);
  });
});
