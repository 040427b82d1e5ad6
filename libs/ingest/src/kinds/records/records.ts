/** Rows with names, as programs write them. */
export type Entry = Readonly<Record<string, unknown>>;
export type Records = readonly Entry[];

export const isObject = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

export const areObjects = (value: unknown): value is Entry[] =>
  Array.isArray(value) && value.length > 0 && value.every(isObject);

export const areStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string');
