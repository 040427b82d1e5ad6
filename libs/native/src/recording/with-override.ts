import type { Binding } from '../binding.js';

/** The binding's functions want the binding itself as `this`. */
export function withOverride(real: Binding, override: Partial<Binding>): Binding {
  const names = Object.getOwnPropertyNames(real) as (keyof Binding)[];
  const bound = names.map((name) => {
    const value = real[name] as unknown;
    const isClass = name === ('TensorMetadata' as string) || name === ('TFEOpAttr' as string);
    return [name, typeof value === 'function' && !isClass ? value.bind(real) : value];
  });
  return { ...(Object.fromEntries(bound) as Binding), ...override };
}
