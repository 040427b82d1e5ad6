import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ColumnMenu } from '@/list/column-menu';
import { FilterMenu } from '@/list/filter-menu';
import { chart, emptyChart, list, table } from './samples';
import { shown } from './shown';

test('a menu of filters adds what is chosen to what was', async () => {
  const change = vi.fn();
  const choices = ['Done', 'Failed'].map((label) => ({ value: label, label }));
  const screen = await shown(
    <FilterMenu label="Status" choices={choices} chosen={['Done']} onChange={change} />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Status: Done' }));
  await userEvent.click(screen.getByRole('menuitemcheckbox', { name: 'Failed' }));
  expect(change).toHaveBeenCalledExactlyOnceWith(['Done', 'Failed']);
});

test('the first column of a table cannot be hidden', async () => {
  const columns = ['Name', 'Size'].map((title) => ({ key: title, title }));
  const screen = await shown(<ColumnMenu columns={columns} shown={['Name', 'Size']} onChange={() => {}} />);
  await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
  expect(
    screen
      .getByRole('menuitemcheckbox')
      .elements()
      .map((item) => item.textContent),
  ).toEqual(['Size']);
});

test('the head of the sorted column turns the order around', async () => {
  const sort = vi.fn();
  const screen = await shown(table(sort));
  await userEvent.click(screen.getByRole('button', { name: 'Name' }));
  expect(sort).toHaveBeenCalledExactlyOnceWith('NAME', true);
});

test('a long list holds only the rows in view', async () => {
  const screen = await shown(list(() => {}));
  await expect.element(screen.getByText('row 0', { exact: true })).toBeVisible();
  expect(screen.getByRole('listitem').elements().length).toBeLessThan(50);
});

test('a long list asks for more near its end', async () => {
  const more = vi.fn();
  await shown(list(more));
  window.scrollTo(0, document.documentElement.scrollHeight);
  await expect.poll(() => more.mock.calls.length).toBeGreaterThan(0);
});

test('a chart without values says so', async () => {
  const screen = await shown(emptyChart);
  await expect.element(screen.getByText('Nothing recorded yet')).toBeVisible();
});

test('an arrow key moves the crosshair of a chart to the step before', async () => {
  const screen = await shown(chart);
  const slider = screen.getByRole('slider', { name: 'Loss by step' });
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'step 2: run 1 0.5');
});
