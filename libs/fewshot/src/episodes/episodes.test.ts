import { describe, expect, it } from 'vitest';
import { randomFrom } from '../random/random.js';
import { classRows } from './class-rows.js';
import { splitClasses } from './class-split.js';
import { episodeSet } from './episode-set.js';
import { fnv1a64 } from './fnv1a64.js';
import { meanInterval } from './mean-interval.js';
import { mirroredClasses, mirroredPictures } from './mirrored-classes.js';
import { rotatedClasses, rotatedPictures } from './rotated-classes.js';
import { episodeSampler } from './sample-episode.js';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const groups = ['one', 'one', 'two', 'two', 'three', 'three'];
const labels = Int32Array.from({ length: 30 }, (_, i) => i % 6);
const classes = classRows(labels, names, groups);

describe('episodes', () => {
  it('list the rows of each class', () => {
    expect([...classes[1]!.rows]).toEqual([1, 7, 13, 19, 25]);
    expect(classes[2]!.group).toBe('two');
  });

  it('have distinct rows of the right classes, support and queries class after class', () => {
    const sample = episodeSampler(classes, { ways: 3, shots: 2, queries: 3 }, 'ALL');
    const { classes: chosen, support, query } = sample(randomFrom(5));
    expect(new Set(chosen).size).toBe(3);
    expect(Array.from(support, (row) => labels[row])).toEqual([...chosen].flatMap((k) => [k, k]));
    expect(Array.from(query, (row) => labels[row])).toEqual([...chosen].flatMap((k) => [k, k, k]));
    expect(new Set([...support, ...query]).size).toBe(15);
  });

  it('stay within a group', () => {
    const sample = episodeSampler(classes, { ways: 2, shots: 1, queries: 1 }, 'GROUP');
    const random = randomFrom(1);
    const seen = Array.from({ length: 50 }, () => [...sample(random).classes].map((k) => groups[k]));
    expect(seen.every(([first, second]) => first === second)).toBe(true);
    expect(new Set(seen.flat()).size).toBe(3);
  });

  it('name the class that is too small, and ways that no group has', () => {
    const few = [...classes, { name: 'rare', rows: Int32Array.of(99) }];
    expect(() => episodeSampler(few, { ways: 2, shots: 1, queries: 1 }, 'ALL')).toThrow(
      /Class rare has 1 example;/,
    );
    expect(() => episodeSampler(classes, { ways: 3, shots: 1, queries: 1 }, 'GROUP')).toThrow(
      /No group has 3 classes/,
    );
    expect(() => episodeSampler(classes, { ways: 7, shots: 1, queries: 1 }, 'ALL')).toThrow(/there are 6/);
  });

  it('make sets that are known by their hash, the longer beginning with the shorter', () => {
    const settings = { ways: 2, shots: 1, queries: 2, count: 4, seed: 9, scope: 'ALL' } as const;
    const set = episodeSet(classes, settings);
    expect(episodeSet(classes, settings).hash).toBe(set.hash);
    expect(episodeSet(classes, { ...settings, seed: 10 }).hash).not.toBe(set.hash);
    expect(episodeSet(classes, { ...settings, count: 2 }).episodes).toEqual(set.episodes.slice(0, 2));
  });
});

describe('class splits', () => {
  it('keep a group together and lose nothing', () => {
    const [test = [], rest = []] = splitClasses(classes, [1], 'GROUP', randomFrom(2));
    expect(new Set(test.map(({ group }) => group)).size).toBe(1);
    expect([...test, ...rest].map(({ name }) => name).sort()).toEqual(names);
    expect(() => splitClasses(classes, [2, 2], 'GROUP', randomFrom(2))).toThrow(/4 groups .* there are 3/);
  });
});

describe('rotated classes', () => {
  it('turn counter-clockwise', () => {
    const { shape, values } = rotatedPictures({ shape: [1, 2, 2, 1], values: Uint8Array.of(1, 2, 3, 4) });
    expect(shape).toEqual([4, 2, 2, 1]);
    expect([...values]).toEqual([1, 2, 3, 4, 2, 4, 1, 3, 4, 3, 2, 1, 3, 1, 4, 2]);
    const turned = rotatedClasses(classes, 30);
    expect(turned).toHaveLength(24);
    expect(turned[7]).toMatchObject({ name: 'b turned 90°', group: 'one turned 90°' });
    expect(turned[7]!.rows[0]).toBe(31);
  });
});

describe('mirrored classes', () => {
  it('exchange left and right', () => {
    const { shape, values } = mirroredPictures({ shape: [1, 2, 2, 1], values: Uint8Array.of(1, 2, 3, 4) });
    expect(shape).toEqual([2, 2, 2, 1]);
    expect([...values]).toEqual([1, 2, 3, 4, 2, 1, 4, 3]);
    const both = mirroredClasses(classes, 30);
    expect(both).toHaveLength(12);
    expect(both[7]).toMatchObject({ name: 'b mirrored', group: 'one mirrored' });
    expect(both[7]!.rows[0]).toBe(31);
  });
});

describe('meanInterval', () => {
  it('is the mean ± t s / √n', () => {
    // s = 1, n = 3, t = 4.302653.
    const { mean, halfWidth } = meanInterval([1, 2, 3]);
    expect(mean).toBe(2);
    expect(halfWidth).toBeCloseTo(4.30265273 / Math.sqrt(3), 6);
  });
});

describe('fnv1a64', () => {
  it('has the published values', () => {
    expect(fnv1a64(new Uint8Array())).toBe('cbf29ce484222325');
    expect(fnv1a64(new TextEncoder().encode('foobar'))).toBe('85944171f73967e8');
  });
});
