import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBackend } from '../backend.js';
import { type GraphModelJson, graphModel } from './graph-model.js';
import { imageEmbedder } from './image-embedder.js';
import type { Layer, LayerList } from './layer-list.js';

beforeAll(async () => {
  await loadBackend({ threads: { intra: 1, inter: 1 } });
});

describe('a graph model', () => {
  // y = x w + 1, then the rows where x's first column is positive: a shape that depends on values.
  const type = { type: 1 };
  const constant = (name: string, dims: number[], dtype = 1) => {
    const dim = dims.map((size) => ({ size: String(size) }));
    return {
      name,
      op: 'Const',
      attr: { dtype: { type: dtype }, value: { tensor: { dtype, tensorShape: { dim } } } },
    };
  };
  const model: GraphModelJson = {
    modelTopology: {
      node: [
        {
          name: 'x',
          op: 'Placeholder',
          attr: { dtype: type, shape: { shape: { dim: [{ size: '-1' }, { size: '2' }] } } },
        },
        constant('w', [2, 1]),
        constant('one', [1]),
        { name: 'xw', op: 'MatMul', input: ['x', 'w'], attr: { T: type } },
        {
          name: 'sum',
          op: 'BiasAdd',
          input: ['xw', 'one'],
          attr: { T: type, data_format: { s: [78, 72, 87, 67] } },
        },
        constant('zero', []),
        { name: 'positive', op: 'Greater', input: ['xw', 'zero'], attr: { T: type } },
        { name: 'places', op: 'Where', input: ['positive'], attr: { T: { type: 10 } } },
        {
          name: 'y',
          op: 'GatherNd',
          input: ['sum', 'places'],
          attr: { Tindices: { type: 9 }, Tparams: type },
        },
      ],
    },
    weightsManifest: [
      {
        weights: [
          {
            name: 'w',
            shape: [2, 1],
            dtype: 'float32',
            quantization: { dtype: 'uint8', scale: 0.5, min: 1 },
          },
          { name: 'one', shape: [1], dtype: 'float32' },
          { name: 'zero', shape: [], dtype: 'float32' },
        ],
      },
    ],
  };
  const weights = new Uint8Array([2, 4, ...new Uint8Array(Float32Array.of(1, 0).buffer)]);

  it('runs as the TensorFlow graph that it is, with quantised weights and shapes that depend on values', () => {
    const loaded = graphModel(model, weights);
    expect([loaded.inputs, loaded.outputs]).toEqual([['x'], ['y']]);
    // w = [0.5·2 + 1, 0.5·4 + 1] = [2, 3]
    const [y] = loaded.run({ x: { shape: [3, 2], values: Float32Array.of(1, 1, -4, 0, 0, 2) } });
    expect(y).toMatchObject({ shape: [2], values: Float32Array.of(6, 7) });
    expect(() => loaded.run({})).toThrow(/input x is missing/);
    loaded.dispose();
  });
});

describe('a layer-list backbone', () => {
  const bytes = new Uint8Array(64).map((_, i) => (i * 37) % 11);
  new DataView(bytes.buffer).setFloat32(32, 0.5, true);
  new DataView(bytes.buffer).setFloat32(36, -1, true);
  const layer: Pick<Layer, 'pad' | 'stride' | 'act' | 'b'> = {
    pad: 'same',
    stride: [1, 1],
    act: 'relu6',
    b: { shape: [2], offset: 32 },
  };
  const model: LayerList = {
    input: { id: 0, shape: [1, 4, 4, 1], scale: 1 / 128, zero: 128 },
    layers: [
      {
        ...layer,
        op: 'conv',
        inputs: [0],
        out: 1,
        w: { shape: [3, 3, 1, 2], offset: 0, scale: 0.25, zero: 5 },
      },
      {
        ...layer,
        op: 'dwconv',
        inputs: [1],
        out: 2,
        w: { shape: [1, 1, 2, 1], offset: 20, scale: 0.5, zero: 3 },
      },
      { op: 'add', inputs: [1, 2], out: 3, act: 'none' },
      { op: 'avgpool', inputs: [3], out: 4 },
    ],
  };

  it('embeds like its layers one by one, the last batch filled up', () => {
    const pixels = new Uint8Array(5 * 16).map((_, i) => (i * 53) % 256);
    const embedder = imageEmbedder(model, bytes, 2);
    const { shape, values } = embedder.embed(pixels);
    const at = (from: number, count: number, scale: number, zero: number) =>
      Array.from(bytes.subarray(from, from + count), (byte) => (byte - zero) * scale);
    const bias = tf.tensor1d([0.5, -1]);
    const x = tf.div(tf.sub(tf.tensor4d([...pixels], [5, 4, 4, 1]), 128), 128) as tf.Tensor4D;
    const one = tf.relu6(
      tf.add(tf.conv2d(x, tf.tensor4d(at(0, 18, 0.25, 5), [3, 3, 1, 2]), 1, 'same'), bias),
    ) as tf.Tensor4D;
    const two = tf.relu6(
      tf.add(tf.depthwiseConv2d(one, tf.tensor4d(at(20, 2, 0.5, 3), [1, 1, 2, 1]), 1, 'same'), bias),
    );
    const expected = tf.mean(tf.add(one, two), [1, 2]);
    expect(shape).toEqual([5, 2]);
    expect([...values]).toEqual([...expected.dataSync()].map((value) => expect.closeTo(value, 5)));
    embedder.dispose();
  });

  it('refuses images of another size', () => {
    const embedder = imageEmbedder(model, bytes, 2);
    expect(() => embedder.embed(new Uint8Array(17))).toThrow(/have 16 bytes each, got 17/);
  });
});
