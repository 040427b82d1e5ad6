import '@tensorflow/tfjs-backend-cpu';
import { setBackend, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { objective } from '../engine/objective.js';
import type { Tensors } from '../engine/program.js';
import { type MetaSettings, metaTrainOptions } from '../methods/meta.options.js';
import { readSettings } from '../options/settings.js';
import { denseBackbone } from './backbone.js';
import { episodeLoss } from './episodes/episode-loss.js';
import reference from './fixtures/meta_gradients.json' with { type: 'json' };
import { metaMethod } from './meta-methods.js';

beforeAll(async () => {
  await setBackend('cpu');
});

type Stored = Readonly<Record<string, { readonly shape: number[]; readonly values: number[] }>>;

describe('the loss and the meta-gradient of an episode are those of PyTorch', () => {
  it.each(reference.runs.map((run) => [`${run.method} ${JSON.stringify(run.settings)}`, run] as const))(
    '%s',
    (_, run) => {
      const given = {
        ...reference.settings,
        turns: false,
        backbone: 'DENSE',
        widths: [5, 4],
        method: run.method,
        ...run.settings,
      };
      const { settings, problems } = readSettings(metaTrainOptions, given);
      expect(problems).toEqual([]);
      const column = { kind: 'NUMBER', mean: 0, deviation: 1, flagMissing: false } as const;
      const columns = ['x', 'y', 'z'].map((name) => ({ ...column, name }));
      const network = denseBackbone({ modality: 'TABLE', columns }, settings.widths);
      const method = metaMethod(run.method as MetaSettings['method']);
      const weights: Record<string, Tensor> = {};
      for (const [name, { shape, values }] of Object.entries(run.weights as Stored))
        weights[name] = tensor(values, shape);
      const x = tensor(reference.x.values, reference.x.shape);
      tidy(() => {
        const loss = (w: Tensors) => episodeLoss({ method, settings, network, weights: w, state: {}, x });
        const training = { feeds: {}, loss, optimizer: { kind: 'sgd' } as const };
        const { reported, gradients } = objective(training, weights, { state: {}, data: {}, feeds: {} });
        expect(reported.loss?.dataSync()[0]).toBeCloseTo(run.loss, 4);
        for (const [name, { values }] of Object.entries(run.gradients as Stored)) {
          const scale = Math.max(1, ...values.map(Math.abs));
          const found = Array.from(gradients[name]?.dataSync() ?? [], (value) => value / scale);
          expect(found).toEqual(values.map((value) => expect.closeTo(value / scale, 4)));
        }
      });
    },
  );
});
