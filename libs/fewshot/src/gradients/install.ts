import { arithmetic } from './arithmetic.js';
import { batchNormGradients } from './batch-norm-gradients.js';
import { comparisons } from './comparisons.js';
import { convolutions, depthwiseConvolutions } from './convolutions.js';
import { crossEntropyGradients } from './cross-entropy-gradients.js';
import { elementwise } from './elementwise.js';
import { exponentials } from './exponentials.js';
import { extremes } from './extremes.js';
import { override } from './override.js';
import { pooling } from './pooling.js';
import { powers } from './powers.js';
import { products } from './products.js';
import { rectifiers } from './rectifiers.js';
import { reductions } from './reductions.js';
import { reshaping } from './reshaping.js';

let installed = false;

/**
 * Registers gradients that are right in first and second order. tfjs-core's own (its Node build brings none at all)
 * save outputs, whose saved copies stand before the op on the tape, so that second derivatives silently lack a
 * term; and some kernels have no gradient there. Engines call this; code that differentiates outside of an engine must, too.
 */
export function installGradients(): void {
  if (installed) return;
  installed = true;
  const plain = [arithmetic, elementwise, exponentials, powers, rectifiers, comparisons, extremes];
  const shaped = [reductions, reshaping, products, convolutions, depthwiseConvolutions, pooling];
  for (const gradient of [...plain, ...shaped, batchNormGradients, crossEntropyGradients].flat())
    override(gradient);
}
