import { log } from '@kshot/domain';
import { expect, test, vi } from 'vitest';
import { formatError } from './format-error.js';

const shown = (cause: unknown) => formatError({ message: 'its inside' }, cause);

test('what is not foreseen shows nothing of its inside', () => {
  const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined);
  expect(shown(new Error('/srv/secret')).extensions).toEqual({ code: 'INTERNAL' });
  expect(logged).toHaveBeenCalledOnce();
});
