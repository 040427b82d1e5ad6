import { choice } from './option.js';

/** Residual networks of twelve layers, where a network is chosen. */
export const residualChoices = [
  choice(
    'RESNET12',
    'ResNet-12',
    'Residual blocks of 64, 160, 320 and 640 filters (Lee 2019), 12.4 million weights: pictures only; slow without many cores.',
  ),
  choice(
    'RESNET12_NARROW',
    'ResNet-12, narrow',
    'The same with 16, 32, 64 and 128 filters, half a million weights: pictures only.',
  ),
] as const;
