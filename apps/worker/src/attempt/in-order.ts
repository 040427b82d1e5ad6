import type { FromChild } from './protocol.js';

type Progress = Extract<FromChild, { kind: 'progress' }>;

export interface InOrder {
  push(message: FromChild): void;
  /** Resolves when all that came so far is handled; rejects with what handling threw. */
  readonly handled: Promise<void>;
}

/**
 * Handles messages one at a time, in order. Progress that waits behind progress joins it: training that is faster than its
 * metrics are stored leaves no queue, so that its end is heard at once.
 */
export function inOrder(handle: (message: FromChild) => Promise<void>): InOrder {
  const waiting: FromChild[] = [];
  let handled: Promise<void> = Promise.resolve();
  return {
    push(message) {
      const last = waiting.at(-1);
      if (last?.kind === 'progress' && message.kind === 'progress') {
        waiting[waiting.length - 1] = joined(last, message);
        return;
      }
      waiting.push(message);
      handled = handled.then(() => handle(waiting.shift() as FromChild));
    },
    get handled() {
      return handled;
    },
  };
}

/** The later progress with the metrics of both. */
function joined({ metrics: earlier }: Progress, { metrics: later, ...progress }: Progress): Progress {
  const metrics = { ...earlier };
  for (const [name, { steps, values }] of Object.entries(later)) {
    const known = metrics[name];
    metrics[name] = known
      ? { steps: [...known.steps, ...steps], values: [...known.values, ...values] }
      : { steps, values };
  }
  return { ...progress, metrics };
}
