import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Seen } from '../harness/dashboard.js';
import { imported } from '../harness/data-sets.js';
import { endedTransfer } from '../harness/runs.js';
import { takeSeen } from '../harness/systems/take.js';

let seen: Seen;
let modelId: string;
beforeAll(async () => {
  seen = await takeSeen();
  // Sick from 5 on, but every seventh row says the other.
  const rows = Array.from({ length: 70 }, (_, i) => {
    const dose = ((i * 37) % 70) / 7;
    return `${dose},${dose >= 5 === (i % 7 !== 0) ? 'sick' : 'healthy'}`;
  });
  const { id } = await imported(seen.kshot, 'doses.csv', `dose,label\n${rows.join('\n')}\n`);
  const done = await endedTransfer(seen.kshot, { versionId: id, options: { method: 'LOGISTIC' } });
  modelId = done.models[0]!.id;
});
afterAll(() => seen.stop());

const saved = async (): Promise<object> => {
  const { model } = await seen.kshot.ask<{ model: { twoClasses: object } }>(
    'query ($id: ID!) { model(id: $id) { twoClasses { positive threshold costs { miss falseAlarm } } } }',
    { id: modelId },
  );
  return model.twoClasses;
};

test('costs set the threshold, which is saved, moved by keyboard and taken back', async () => {
  const page = await seen.page({ width: 390 });
  await page.goto(`/models/${modelId}`);
  const section = page.getByRole('region', { name: 'Threshold' });
  await section.getByText('Set by hand.').waitFor();
  await section.getByLabel('A miss costs').fill('20');
  await section.getByText('The mistakes on held-out examples cost least here.').waitFor();
  await section.getByRole('button', { name: 'Save' }).click();
  await expect.poll(saved).toMatchObject({ positive: 'sick', costs: { miss: 20, falseAlarm: 1 } });
  await page.getByText(/^Accuracy at threshold/).waitFor();
  await section
    .getByRole('figure', { name: 'ROC curve' })
    .locator('circle title')
    .waitFor({ state: 'attached' });

  const slider = section.getByRole('slider', { name: 'Threshold' });
  await slider.press('End');
  await section.getByText(/^At 100.0.%: of 28 sick, 0 found/).waitFor();
  await section.getByRole('button', { name: 'Back to 0.5' }).click();
  await expect.poll(saved).toEqual({ positive: 'sick', threshold: 0.5, costs: null });
  await section.getByText(/^At 50.0.%: of 28 sick/).waitFor();
  await page.close();
});
