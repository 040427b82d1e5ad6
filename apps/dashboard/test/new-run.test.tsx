import { expect, test } from 'vitest';
import { DataSetChoice } from '@/new-run/data-set-choice';
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
