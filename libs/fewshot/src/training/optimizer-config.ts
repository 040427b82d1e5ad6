import type { OptimizerConfig } from '../engine/optimizer.js';
import { kernelNames } from '../networks/initial-weights.js';
import type { optimizerOptions } from '../options/optimizer-options.js';
import type { SettingsOf } from '../options/option.js';

/** The engine's optimiser for a user's settings. Adam's ε is Keras's 1e-7. */
export function optimizerConfig(
  settings: SettingsOf<typeof optimizerOptions>,
  parameters: readonly string[],
): OptimizerConfig {
  const clip = settings.clipNorm > 0 ? { clipNorm: settings.clipNorm } : {};
  const moments = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };
  switch (settings.optimizer) {
    case 'SGD':
      return { kind: 'sgd', ...clip };
    case 'MOMENTUM':
      return { kind: 'momentum', momentum: settings.momentum, nesterov: false, ...clip };
    case 'ADAM':
      return { kind: 'adam', ...moments, ...clip };
    case 'ADAMW':
      return {
        kind: 'adamw',
        ...moments,
        weightDecay: settings.weightDecay,
        decayed: kernelNames(parameters),
        ...clip,
      };
  }
}
