import type { OptimizerConfig } from './optimizer.js';

/** What an optimiser remembers for each parameter. Slot `m` of parameter `w` is stored as `w/m`. */
export function slotNames(optimizer: OptimizerConfig): readonly string[] {
  switch (optimizer.kind) {
    case 'sgd':
      return [];
    case 'momentum':
      return ['m'];
    case 'adam':
    case 'adamw':
      return ['m', 'v'];
  }
}
