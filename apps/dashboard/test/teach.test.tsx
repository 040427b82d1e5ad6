import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AddImages } from '@/sub-model/add-images';
import { shown } from './shown';

async function dot(): Promise<File> {
  const canvas = new OffscreenCanvas(1, 1);
  canvas.getContext('2d')?.fillRect(0, 0, 1, 1);
  return new File([await canvas.convertToBlob()], 'dot.png', { type: 'image/png' });
}

test('a damaged picture is named, and the others are taught', async () => {
  const add = vi.fn();
  const screen = await shown(<AddImages onAdd={add} />);
  const damaged = new File(['no picture'], 'damaged.jpg', { type: 'image/jpeg' });
  await userEvent.upload(screen.getByLabelText('Drop images here, or choose some'), [damaged, await dot()]);
  await expect.element(screen.getByRole('alert')).toHaveTextContent('damaged.jpg');
  await expect.poll(() => add.mock.calls.length).toBe(1);
});
