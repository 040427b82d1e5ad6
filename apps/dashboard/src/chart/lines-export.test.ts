import { expect, test } from 'vitest';
import type { Line } from './line';
import { linesCsv } from './lines-csv';
import { linesSvg } from './lines-svg';

const line: Line = {
  label: 'loss, train',
  colour: '--c0',
  dash: [4, 2],
  points: { steps: [0, 50, 100], values: [2, Number.NaN, 1], minima: null, maxima: null },
};
const paint = { ink: '#111', muted: '#555', grid: '#ddd', background: '#fff', colour: () => '#06c' };

test('CSV quotes names with commas and keeps each value as it is', () => {
  expect(linesCsv([line]).split('\n')).toEqual([
    'line,step,value,minimum,maximum',
    '"loss, train",0,2,,',
    '"loss, train",50,NaN,,',
    '"loss, train",100,1,,',
    '',
  ]);
});

test('the SVG draws from left to right, a tenth from the ends of the vertical axis, and skips NaN', () => {
  // 0.9 to 2.1 on the 328 pixels from 392 up: 2 is 328 · 1.1 / 1.2 above, 1 is 328 · 0.1 / 1.2.
  expect(linesSvg('Loss', '', [line], paint)).toContain(
    '<path d="M64 91.33L780 364.67" fill="none" stroke="#06c"',
  );
});

test('the SVG has title with unit, legend and axis name, escaped', () => {
  const svg = linesSvg('A < B', 'nats', [line], paint);
  expect(svg).toContain('>A &lt; B (nats)</text>');
  expect(svg).toContain('>loss, train</text>');
  expect(svg).toContain('stroke-dasharray="4 2"');
  expect(svg).toContain('>step</text>');
});

test('a chart without points is still a file', () => {
  expect(linesSvg('Loss', '', [], paint)).toMatch(/^<svg[\s\S]*<\/svg>\n$/);
});

test('the SVG of a constant accuracy of 1 has no axis above 1', () => {
  const perfect = { ...line, points: { ...line.points, values: [1, 1, 1] } };
  const svg = linesSvg('Accuracy', '', [perfect], paint);
  expect(svg).toContain('<path d="M64 70.43L422 70.43L780 70.43"');
  expect(svg).not.toContain('>1.1</text>');
});
