import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { DataSetChoice } from '@/new-run/data-set-choice';
import { ModelChoice } from '@/new-run/model-choice';
import { shown } from './shown';

const sets = Array.from({ length: 40 }, (_, i) => ({
  id: `d${i}`,
  name: `Set ${i}`,
  description: '',
  modality: 'TABLE' as const,
  shipped: false,
  createdAt: '2026-01-01T00:00:00Z',
  latest: {
    id: `v${i}`,
    number: 1,
    status: 'READY' as const,
    progress: 1,
    failure: null,
    exampleCount: 4,
    classCount: 2,
    bytes: 1,
    classes: { nodes: [] },
  },
}));

test('the chosen data set of a long list is in view', async () => {
  const screen = await shown(<DataSetChoice dataSets={sets} chosen="v30" onChoose={() => {}} />);
  await expect.element(screen.getByRole('radio', { name: 'Set 30' })).toBeInViewport();
});

const models = Array.from({ length: 40 }, (_, i) => ({
  id: `m${i}`,
  name: `Model ${i}`,
  technique: 'TRANSFER' as const,
  classes: ['a', 'b'],
  isMetaModel: false,
  isEncoder: false,
  parameterCount: 10,
  report: null,
  version: null,
}));

const modelChoice = (listed: typeof models | null) => (
  <ModelChoice models={listed} chosen="m30" onChoose={() => {}} without="A head." />
);

test('the chosen model of a long list is in view as soon as it is listed', async () => {
  const screen = await render(modelChoice(null));
  await screen.rerender(modelChoice(models));
  await expect.element(screen.getByRole('radio', { name: 'Start from Model 30' })).toBeInViewport();
});
