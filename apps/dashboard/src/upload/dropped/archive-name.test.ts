import { expect, test } from 'vitest';
import { archiveName } from './archive-name';

test.each([
  [['cats.jpg', 'dogs.jpg', 'a.jpg', 'b.jpg'], '4 photos'],
  [['pets.v2/cat/1.jpg', 'pets.v2/dog/1.jpg'], 'pets.v2'],
  [['cat/1.jpg', 'cat/2.jpg', 'dog/1.jpg'], 'cat and 1 more'],
  [['.env', 'b.csv'], '2 files'],
])('%j are called %s', (paths, name) => {
  expect(archiveName(paths)).toBe(name);
});
