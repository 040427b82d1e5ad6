import type { Pack } from '@kshot/domain';
import { expect, test } from 'vitest';
import { pieceContent } from './piece-content.js';

const pack = (sources?: string[], source: number[] = [], row: number[] = []): Pack => ({
  manifest: {
    format: 'kshot-pack-1',
    modality: 'TEXT',
    count: row.length,
    classes: [],
    splits: [],
    warnings: [],
    ...(sources ? { sources } : {}),
  },
  arrays: sources
    ? {
        source: { shape: [row.length], values: Int32Array.from(source) },
        row: { shape: [row.length], values: Int32Array.from(row) },
      }
    : {},
});

test('a relabelled version has the features of the pack that it lists', () => {
  expect(pieceContent(pack(['base'], [0, 0, 0], [0, 1, 2]), 'edited', 0, 3)).toBe(
    pieceContent(pack(), 'base', 0, 3),
  );
});

test('a version without some examples has features of its own from there on', () => {
  const edited = pack(['base'], [0, 0, 0, 0], [0, 1, 3, 4]);
  expect(pieceContent(edited, 'edited', 0, 2)).toBe('base 0-2');
  expect(pieceContent(edited, 'edited', 1, 4)).toMatch(/^[0-9a-f]{64}$/);
});
