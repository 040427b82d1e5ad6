import { expect, test } from 'vitest';
import { DataSetChoice } from '@/new-run/data-set-choice';
import { shown } from './shown';

const sets = Array.from({ length: 40 }, (_, i) => ({
  id: `d${i}`,
  name: `Set ${i}`,
  modality: 'TABLE',
  latest: { id: `v${i}`, exampleCount: 4, classCount: 2, classes: { nodes: [] } },
})) as unknown as Parameters<typeof DataSetChoice>[0]['dataSets'];

test('the chosen data set of a long list is in view', async () => {
  const screen = await shown(<DataSetChoice dataSets={sets} chosen="v30" onChoose={() => {}} />);
  await expect.element(screen.getByRole('radio', { name: 'Set 30' })).toBeInViewport();
});
