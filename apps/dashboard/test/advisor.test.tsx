import { expect, test } from 'vitest';
import { BudgetForm } from '@/advisor/budget-form';
import { Looking } from '@/advisor/looking';
import { shown } from './shown';

test('the fields of the budget start with the limits of the answer that is shown', async () => {
  const screen = await shown(<BudgetForm versionId="v" budget={{ storedBytes: 5000 }} onAsked={() => {}} />);
  await expect.element(screen.getByLabelText('Model at most, MB')).toHaveValue('0.005');
  await expect.element(screen.getByLabelText('Seconds at most')).toHaveValue('');
});

test('the time left runs out between two reports', async () => {
  const progress = { doing: 'Ridge', done: 1, total: 4, secondsLeft: 12 };
  const screen = await shown(<Looking progress={progress} />);
  await expect.element(screen.getByText('Trying Ridge, about 12 s left')).toBeVisible();
  await expect.element(screen.getByText('Trying Ridge, about 11 s left')).toBeVisible();
});
