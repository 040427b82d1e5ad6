import { expect, test } from 'vitest';
import { surenessText } from './sureness-text';

test('sureness depends on the score, of pictures also on nearness, and on the threshold where one was set', () => {
  const dense = { layers: [{ kind: 'dense' }], twoClasses: null };
  expect(surenessText(dense)).toBe('How sure the model is depends on the score of the best class.');
  expect(surenessText({ ...dense, layers: [...dense.layers, { kind: 'nearness' }] })).toBe(
    'How sure the model is depends on the score of the best class and on how close the picture is to those of known classes.',
  );
  expect(surenessText({ ...dense, twoClasses: { threshold: 0.5 } })).toMatch('score of the best class');
  expect(surenessText({ ...dense, twoClasses: { threshold: 0.2 } })).toMatch('from the threshold');
});
