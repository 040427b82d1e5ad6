import { expect, test } from 'vitest';
import { candidateInput } from './candidate';

const candidate = { key: 1, modelId: null, texts: {} };

test('each kind of candidate is sent as its own field', () => {
  expect(candidateInput({ ...candidate, method: 'RIDGE' }, []).input).toEqual({
    head: { options: { method: 'RIDGE' } },
  });
  expect(candidateInput({ ...candidate, method: 'RIDGE', modelId: 'm' }, []).input).toEqual({
    head: { modelId: 'm', options: { method: 'RIDGE' } },
  });
  expect(candidateInput({ ...candidate, method: 'PRETRAIN' }, []).input).toEqual({
    pretrain: { options: {} },
  });
  expect(candidateInput({ ...candidate, method: 'MODEL', modelId: 'm' }, []).input).toEqual({ modelId: 'm' });
});

test('what needs a model says so', () => {
  expect(candidateInput({ ...candidate, method: 'FINE_TUNE' }, []).wrong).toBe('Choose a model');
});
