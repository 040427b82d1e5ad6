import DataLoader from 'dataloader';

/** A value, or a promise of it. Long answers hold thousands of fields, and each promise costs as much as several values. */
export type Soon<T> = T | Promise<T>;

/** Goes on with a value: at once where it is there. */
export const whenThere = <T, Result>(value: Soon<T>, next: (value: T) => Soon<Result>): Soon<Result> =>
  value instanceof Promise ? value.then(next) : next(value);

/** Batches look-ups, and gives what it has without a promise. */
export class ReadyLoader<Value> extends DataLoader<string, Value> {
  readonly #there: Map<string, Value>;

  constructor(find: (keys: readonly string[]) => Promise<readonly (Value | Error)[]>) {
    const there = new Map<string, Value>();
    super(async (keys) => {
      const values = await find(keys);
      keys.forEach((key, i) => {
        if (!(values[i] instanceof Error)) there.set(key, values[i] as Value);
      });
      return values;
    });
    this.#there = there;
  }

  get(key: string): Soon<Value> {
    return this.#there.has(key) ? (this.#there.get(key) as Value) : this.load(key);
  }

  /** Keeps what was found in another way. */
  keep(key: string, value: Value): void {
    this.#there.set(key, value);
    this.prime(key, value);
  }
}
