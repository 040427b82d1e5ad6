import { expect, test } from 'vitest';
import { namesWithoutPicture, severalLabels } from './manifest-findings.js';

test('rows of files that are not there are counted and named', () => {
  expect(namesWithoutPicture(['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'])).toEqual([
    '4 rows of the table of labels name files that the archive does not hold, or holds several times, and were left out: a.jpg, b.jpg, c.jpg and 1 more. Add the files, or write their whole paths.',
  ]);
});

test('a picture with two different classes is reported, one that is named twice is not', () => {
  const row = (path: string, className: string | null) => ({
    path,
    given: className === null ? null : { className, part: null },
  });
  expect(
    severalLabels([row('1.jpg', 'cat'), row('2.jpg', 'dog'), row('1.jpg', 'dog'), row('2.jpg', 'dog')]),
  ).toEqual([
    '1 picture has different classes in several rows of the table of labels; the first was taken: 1.jpg. Correct the table where another one is right.',
  ]);
  expect(severalLabels([row('1.jpg', null), row('1.jpg', 'cat')])).toEqual([]);
});
