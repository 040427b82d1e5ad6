import { expect, test } from 'vitest';
import {
  missingSupport,
  newClass,
  type SupportExample,
  supportInput,
  withClasses,
  withEpisode,
} from './support';

const text = (words: string): SupportExample => ({
  key: words,
  input: { text: words },
  look: { kind: 'text', text: words },
});
const cats = newClass(' cats ', [text('meow')]);
const dogs = newClass('dogs', [text('woof'), text('growl')]);

test('what is missing is said, first things first', () => {
  expect(missingSupport([cats])).toBe('Add at least two classes.');
  expect(missingSupport([cats, newClass()])).toBe('Give each class a name.');
  expect(missingSupport([cats, newClass('cats', [text('purr')])])).toBe('Two classes are called cats.');
  expect(missingSupport([cats, newClass('dogs')])).toBe('Add an example of dogs.');
  expect(missingSupport([cats, dogs])).toBeNull();
});

test('what is sent has trimmed names and the inputs alone', () => {
  expect(supportInput([cats, dogs])).toEqual([
    { name: 'cats', examples: [{ text: 'meow' }] },
    { name: 'dogs', examples: [{ text: 'woof' }, { text: 'growl' }] },
  ]);
});

test('untouched classes give way to sampled ones', () => {
  expect(withClasses([newClass(), cats, newClass()], [dogs])).toEqual([cats, dogs]);
});

test('a new episode takes the place of the last one, not of classes given by hand', () => {
  const example = { id: 'e', index: 0, name: 'e', imageUrl: null, text: 'moo', row: null };
  const drawn = newClass('cows', [
    { key: 'e', input: { exampleId: 'e' }, look: { kind: 'example', example } },
  ]);
  expect(withEpisode([drawn, cats], [dogs])).toEqual([cats, dogs]);
});
