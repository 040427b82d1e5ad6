import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../engine/constant.js';
import { derivedSeed, randomFrom } from '../random/random.js';

/** Coarse grid of the elastic part: bumps along each axis. */
const GRID = 4;
/** Numbers of one warp: for each of the two directions a shift, two linear coefficients and the heights of the bumps. */
const TERMS = 3 + GRID * GRID;
export const WARP_SIZE = 2 * TERMS;

/** How far a warp may go, as standard deviations. */
export interface WarpStrength {
  /** Shift, in shares of the side. */
  readonly shift: number;
  /** Turn and shear, in radians. */
  readonly turn: number;
  /** Logarithm of the scale along each axis. */
  readonly scale: number;
  /** Height of the elastic bumps, in shares of the side. */
  readonly bend: number;
}

const smallWarps: WarpStrength = { shift: 0.04, turn: 0.12, scale: 0.1, bend: 0.015 };

const WARP = 31;

/** The warps of updates first … first + steps − 1, [steps, pictures, WARP_SIZE]: decided by seed and update alone. */
export function warpsOf(
  seed: number,
  first: number,
  steps: number,
  pictures: number,
  { shift, turn, scale, bend }: WarpStrength = smallWarps,
): Float32Array {
  const out = new Float32Array(steps * pictures * WARP_SIZE);
  for (let step = 0; step < steps; step++) {
    const random = randomFrom(derivedSeed(seed, WARP, first + step));
    for (let i = 0; i < pictures; i++) {
      const at = (step * pictures + i) * WARP_SIZE;
      const angle = random.normal() * turn;
      const shear = random.normal() * turn;
      const [sx, sy] = [Math.exp(random.normal() * scale), Math.exp(random.normal() * scale)];
      const own = out.subarray(at, at + WARP_SIZE);
      own[0] = random.normal() * shift;
      own[1] = sx * Math.cos(angle) - 1;
      own[2] = -sx * Math.sin(angle + shear);
      own[TERMS] = random.normal() * shift;
      own[TERMS + 1] = sy * Math.sin(angle);
      own[TERMS + 2] = sy * Math.cos(angle + shear) - 1;
      for (let k = 3; k < TERMS; k++) {
        own[k] = random.normal() * bend;
        own[TERMS + k] = random.normal() * bend;
      }
    }
  }
  return out;
}

/**
 * Pictures [n, height, width, channels] of floats and warps [n, WARP_SIZE] → warped pictures, bilinear; the edge
 * continues outside of the picture. A warp of zeros leaves a picture as it is.
 */
export function warp(pictures: tf.Tensor4D, warps: tf.Tensor2D): tf.Tensor4D {
  const [n, height, width, channels] = pictures.shape;
  const cells = height * width;
  const basis = constant(tf.tensor2d(basisOf(height, width), [TERMS, cells]));
  const moved = tf.matMul(tf.reshape(warps, [2 * n, TERMS]), basis);
  const [dx, dy] = tf.unstack(tf.reshape(moved, [n, 2, cells]), 1) as [tf.Tensor2D, tf.Tensor2D];
  const columns = constant(
    tf.tensor2d(
      Float32Array.from({ length: cells }, (_, i) => i % width),
      [1, cells],
    ),
  );
  const rows = constant(
    tf.tensor2d(
      Float32Array.from({ length: cells }, (_, i) => Math.floor(i / width)),
      [1, cells],
    ),
  );
  const x = tf.clipByValue(tf.add(tf.mul(dx, width), columns), 0, width - 1);
  const y = tf.clipByValue(tf.add(tf.mul(dy, height), rows), 0, height - 1);
  const [x0, y0] = [tf.minimum(tf.floor(x), width - 2), tf.minimum(tf.floor(y), height - 2)];
  const first = constant(
    tf.tensor2d(
      Int32Array.from({ length: n }, (_, i) => i * cells),
      [n, 1],
      'int32',
    ),
  );
  const corner = tf.add(tf.cast(tf.add(tf.mul(y0, width), x0), 'int32'), first);
  const source = tf.reshape(pictures, [n * cells, channels]);
  const at = (offset: number) =>
    tf.reshape(tf.gather(source, tf.reshape(tf.add(corner, tf.scalar(offset, 'int32')), [n * cells])), [
      n,
      cells,
      channels,
    ]);
  const [fx, fy] = [tf.expandDims(tf.sub(x, x0), 2), tf.expandDims(tf.sub(y, y0), 2)];
  const between = (a: tf.Tensor, b: tf.Tensor, share: tf.Tensor) => tf.add(a, tf.mul(tf.sub(b, a), share));
  const warped = between(between(at(0), at(1), fx), between(at(width), at(width + 1), fx), fy);
  return tf.reshape(warped, [n, height, width, channels]);
}

/** [TERMS, cells]: 1, x and y from the middle in shares of the side, and Gaussian bumps on a grid. */
function basisOf(height: number, width: number): Float32Array {
  const basis = new Float32Array(TERMS * height * width);
  for (let i = 0; i < height * width; i++) {
    const x = ((i % width) + 0.5) / width - 0.5;
    const y = (Math.floor(i / width) + 0.5) / height - 0.5;
    const terms = [1, x, y];
    for (let k = 0; k < GRID * GRID; k++) {
      const cx = ((k % GRID) + 0.5) / GRID - 0.5;
      const cy = (Math.floor(k / GRID) + 0.5) / GRID - 0.5;
      terms.push(Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) * GRID * GRID));
    }
    for (const [k, term] of terms.entries()) basis[k * height * width + i] = term;
  }
  return basis;
}
