import { expect, test } from 'vitest';
import { supportOf, withCorrection, withGiven } from './lesson';

const given = (name: string, text: string) => ({ class: name, input: { text } });
const before = [given('cat', 'it purrs'), given('dog', 'it barks'), given('cat', 'it hunts')];

test('examples go to the server by class', () => {
  expect(supportOf(before)).toEqual([
    { name: 'cat', examples: [{ text: 'it purrs' }, { text: 'it hunts' }] },
    { name: 'dog', examples: [{ text: 'it barks' }] },
  ]);
});

test('an example that is given again takes its new class', () => {
  expect(withGiven(before, [given('dog', 'it hunts')])).toEqual([
    before[0],
    before[1],
    given('dog', 'it hunts'),
  ]);
});

test('an example is moved or forgotten by its place', () => {
  expect(withCorrection(before, 1, 'cat')[1]).toEqual(given('cat', 'it barks'));
  expect(withCorrection(before, 0, null)).toEqual([before[1], before[2]]);
});
