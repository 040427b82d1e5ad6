import { expect, test, vi } from 'vitest';
import { formatError } from './format-error.js';

const shown = (cause: unknown) => formatError({ message: 'its inside' }, cause);

test('a row that another request has just deleted is not found', () => {
  expect(shown({ code: 'P2025', message: 'Invalid `prisma.run.delete()`' })).toEqual({
    message: 'It has just been deleted. Load the page again.',
    extensions: { code: 'NOT_FOUND' },
  });
});

test('what is not foreseen shows nothing of its inside', () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(shown(new Error('/srv/secret')).extensions).toEqual({ code: 'INTERNAL' });
  expect(logged).toHaveBeenCalledOnce();
});
