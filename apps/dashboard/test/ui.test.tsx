import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Breakable } from '@/access/breakable';
import { Button } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { Dialog } from '@/ui/dialog';
import { TextField } from '@/ui/field';
import { SearchField } from '@/ui/search-field';
import { Tabs } from '@/ui/tabs';
import { actions } from './samples';
import { shown } from './shown';

test('Escape closes a dialog', async () => {
  const change = vi.fn();
  await shown(
    <Dialog open onOpenChange={change} title="New alias" description="A name that moves.">
      <TextField label="Name" />
    </Dialog>,
  );
  await userEvent.keyboard('{Escape}');
  expect(change).toHaveBeenCalledExactlyOnceWith(false);
});

test('nothing is deleted by whoever keeps it', async () => {
  const remove = vi.fn();
  const screen = await shown(
    <Confirm
      trigger={<Button>Delete</Button>}
      title="Delete it?"
      text="It is lost."
      verb="Delete run"
      onConfirm={remove}
    />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
  await userEvent.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(remove).not.toHaveBeenCalled();
});

test('what is wrong with a field describes it to screen readers', async () => {
  const screen = await shown(
    <TextField label="Shots" hint="Examples of each class" error="Must be 1 or more." />,
  );
  await expect.element(screen.getByLabelText('Shots')).toHaveAccessibleDescription('Must be 1 or more.');
});

test('a run that failed can be retried', async () => {
  const screen = await shown(actions('FAILED'));
  await expect.element(screen.getByRole('button', { name: 'Retry run' })).toBeVisible();
});

test('why something was refused is announced', async () => {
  const screen = await shown(actions('RUNNING'));
  await userEvent.click(screen.getByRole('button', { name: 'Cancel run' }));
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Another worker has it.');
});

test('a search is asked once after a pause in typing', async () => {
  const search = vi.fn();
  const screen = await shown(<SearchField label="Search runs" value="" onChange={search} />);
  await userEvent.type(screen.getByLabelText('Search runs'), 'iris');
  await expect.poll(() => search.mock.calls).toEqual([['iris']]);
});

test('an arrow key leads to the next tab', async () => {
  const change = vi.fn();
  const tabs = ['Chart', 'Classes'].map((title) => ({ key: title, title, content: title }));
  const screen = await shown(<Tabs tabs={tabs} value="Chart" onChange={change} />);
  await userEvent.click(screen.getByRole('tab', { name: 'Chart' }));
  await userEvent.keyboard('{ArrowRight}');
  expect(change).toHaveBeenLastCalledWith('Classes');
});

test.each([
  ['startTransfer', 2],
  ['NOT_FOUND', 2],
  ['train', 1],
])('the name %s is broken between its %i words only', async (name, words) => {
  const screen = await shown(
    <div className="w-2">
      <Breakable>{name}</Breakable>
    </div>,
  );
  const box = screen.getByText(name).element();
  expect(box.clientHeight).toBe(words * 20);
});
