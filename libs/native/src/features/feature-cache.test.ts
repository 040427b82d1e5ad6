import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { featureCache } from './feature-cache.js';

const features = { shape: [2, 3], values: Float32Array.of(1, 2, 3, 4, 5, Math.fround(0.1)) };
const key = { backbone: 'b', content: 'c' };
const folder = () => mkdtempSync(join(tmpdir(), 'features-'));

describe('the feature cache', () => {
  it('gives back the same bits, also to another process', () => {
    const path = folder();
    featureCache(path).put(key, features);
    expect(featureCache(path).get(key)).toEqual(features);
  });

  it('knows backbone and content apart', () => {
    const cache = featureCache(folder());
    cache.put(key, features);
    expect(cache.get({ backbone: 'bc', content: '' })).toBeUndefined();
    expect(cache.get({ backbone: 'b', content: 'd' })).toBeUndefined();
  });

  it('computes once', () => {
    const cache = featureCache(folder());
    let computed = 0;
    const compute = () => {
      computed++;
      return features;
    };
    expect([cache.through(key, compute), cache.through(key, compute)]).toEqual([features, features]);
    expect(computed).toBe(1);
  });

  it('computes anew what was damaged or cut short', () => {
    const path = folder();
    const cache = featureCache(path);
    cache.put(key, features);
    const file = join(path, readdirSync(path)[0]!);
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, whole.length - 4));
    expect(cache.get(key)).toBeUndefined();
    whole[whole.length - 1]! ^= 1;
    writeFileSync(file, whole);
    expect(cache.get(key)).toBeUndefined();
  });
});
