import { expect, test } from 'vitest';
import { classesOf, isWrong, type Point, pointText } from './feature-map';
import { nextPlace } from './next-place';

const point = (name: string, role: Point['role'], predicted: string | null): Point => ({
  role,
  x: 0,
  y: 0,
  example: { id: '', index: 0, name: '', imageUrl: null, text: null, row: null, class: { id: name, name } },
  predicted: predicted === null ? null : { id: predicted, name: predicted },
});
const points = [
  point('b', 'SUPPORT', null),
  point('a', 'SUPPORT', null),
  point('b', 'QUERY', 'b'),
  point('a', 'QUERY', 'b'),
];

test('classes keep the order of their points, with support and queries apart', () => {
  const counts = classesOf({ points }).map(({ name, place, support, asked }) => [
    name,
    place,
    support.length,
    asked.length,
  ]);
  expect(counts).toEqual([
    ['b', 0, 1, 1],
    ['a', 1, 1, 1],
  ]);
});

test('a support example is neither right nor wrong', () => {
  expect(points.map(pointText)).toEqual(['b, support', 'a, support', 'b, right', 'a, wrong: taken for b']);
  expect(points.map(isWrong)).toEqual([false, false, false, true]);
});

test('arrow keys go to the nearest point on that side, and stay where there is none', () => {
  const places = [
    { x: 0, y: 0 },
    { x: 10, y: 1 },
    { x: 4, y: 9 },
    { x: 3, y: -1 },
  ];
  expect(nextPlace(places, 0, 'ArrowRight')).toBe(3);
  expect(nextPlace(places, 3, 'ArrowRight')).toBe(1);
  expect(nextPlace(places, 0, 'ArrowDown')).toBe(2);
  expect(nextPlace(places, 0, 'ArrowLeft')).toBe(0);
});
