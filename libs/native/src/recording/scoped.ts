import { engine } from '@tensorflow/tfjs-core';

/** `tidy` for a function whose result holds no tensors: all that it made is released. */
export function scoped<T>(run: () => T): T {
  engine().startScope();
  try {
    return run();
  } finally {
    engine().endScope();
  }
}
