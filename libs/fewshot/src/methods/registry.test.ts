import { describe, expect, it } from 'vitest';
import { metaMethods } from '../meta/meta-methods.js';
import { methodDescriptors as methods } from './registry.js';

describe('the registry of methods', () => {
  it('lists every method once, with a word on when to use it and its paper', () => {
    const meta = methods.filter(({ technique }) => technique === 'META').map(({ name }) => name);
    expect(meta.sort()).toEqual(metaMethods.map(({ name }) => name).sort());
    for (const { whenToUse, paper } of methods) {
      expect(whenToUse.length).toBeGreaterThan(10);
      expect(paper).toMatch(/\d{4}/);
    }
  });
  it('gives each method the options that apply to it', () => {
    const names = (method: string) =>
      methods
        .find(({ name, technique }) => name === method && technique === 'META')
        ?.options.map(({ name }) => name);
    expect(names('PROTONET')).not.toContain('innerSteps');
    expect(names('MAML')).toContain('innerSteps');
    expect(names('REPTILE')).not.toContain('secondOrder');
  });
  it('leaves out what hangs on an option that does not apply', () => {
    const names = (method: string) =>
      methods
        .find(({ name, technique }) => name === method && technique === 'TRANSFER')
        ?.options.map(({ name }) => name);
    expect(names('TUNE_ENCODER')).toContain('lastLayers');
    expect(names('AUTO')).not.toContain('lastLayers');
  });
});
