import type { Option } from './option.js';

/** The options of a technique that apply to a method: not those that hang on another method, nor those that hang on such. */
export function optionsOfMethod(options: readonly Option[], method: string): readonly Option[] {
  const applies = ({ when }: Option): boolean => {
    if (!when) return true;
    if (when.option === 'method') return when.values.includes(method);
    const other = options.find(({ name }) => name === when.option);
    return !other || applies(other);
  };
  return options.filter((option) => option.name !== 'method' && applies(option));
}
