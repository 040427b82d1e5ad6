/** How much a sample holds at most. */
interface SampleBounds {
  readonly count: number;
  readonly bytes: number;
  /** Of one; what is larger is not taken. */
  readonly eachBytes: number;
}

interface Sampled {
  readonly priority: number;
  readonly bytes: number;
}

/** Inputs of a model that are kept until they are reviewed. */
export const keptInputBounds: SampleBounds = {
  count: 200,
  bytes: 128 * 1024 ** 2,
  eachBytes: 8 * 1024 ** 2,
};

/** What has the highest priority of all that is offered, within the bounds. */
export interface BoundedSample<T> {
  offer(one: T): void;
  /** Whether something of this priority would be taken if it were small. */
  isOpenTo(priority: number): boolean;
  /** All that is held, the highest first; nothing is held then. */
  take(): T[];
}

export function boundedSample<T extends Sampled>(bounds: SampleBounds): BoundedSample<T> {
  let held: T[] = [];
  let bytes = 0;
  const isOpenTo = (priority: number): boolean =>
    held.length < bounds.count || priority > held[held.length - 1]!.priority;
  return {
    isOpenTo,
    offer(one) {
      if (one.bytes > bounds.eachBytes || !isOpenTo(one.priority)) return;
      const place = held.findIndex(({ priority }) => priority < one.priority);
      held.splice(place < 0 ? held.length : place, 0, one);
      bytes += one.bytes;
      while (held.length > bounds.count || bytes > bounds.bytes) bytes -= held.pop()!.bytes;
    },
    take() {
      const taken = held;
      held = [];
      bytes = 0;
      return taken;
    },
  };
}
