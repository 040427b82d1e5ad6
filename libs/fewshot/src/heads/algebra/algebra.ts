import type { Matrix } from './matrix.js';

/** A matrix that is multiplied many times. */
export interface KeptMatrix {
  /** A Bᵀ for B [m, columns]. */
  rowProducts(b: Matrix): Matrix;
  /** Bᵀ A for B [rows, m]. */
  columnProducts(b: Matrix): Matrix;
  dispose(): void;
}

/** A loss of weights [classes, columns]. */
export interface LossOfWeights {
  /** [classes, columns] */
  gradientAt(weights: Matrix): Matrix;
  dispose(): void;
}

/** What a backend does for large matrices, in double precision where nothing else is said. */
export interface Algebra {
  keep(a: Matrix): KeptMatrix;
  /** The summed cross-entropy of softmax(A Wᵀ) for A [n, columns] and the true classes as [n, classes] of 0 and 1. */
  crossEntropy(a: Matrix, truth: Matrix): LossOfWeights;
  /** A Bᵀ of [n, d] and [m, d]. */
  rowProducts(a: Matrix, b: Matrix): Matrix;
  /** Aᵀ B of [n, d] and [n, m]. */
  columnProducts(a: Matrix, b: Matrix): Matrix;
  /** exp(A Bᵀ) of [n, d] and [m, d]. */
  expProducts(a: Matrix, b: Matrix): Matrix;
  /** exp(A Bᵀ) C of [n, d], [m, d] and [m, k], in single precision. */
  expProductsTimes(a: Matrix, b: Matrix, c: Matrix): Matrix;
  /** Symmetric [n, n] → rising eigenvalues [n] and eigenvectors as columns [n, n]. */
  eigen(a: Matrix): { readonly values: Float64Array; readonly vectors: Matrix };
  /** A⁻¹ B for a symmetric positive definite A; undefined where A is not. */
  solvePositive(a: Matrix, b: Matrix): Matrix | undefined;
  /** [queries, k] rows with the largest inner product with each query, the largest first up to rounding. */
  largestProducts(queries: Matrix, rows: Matrix, k: number, precision: 'SINGLE' | 'DOUBLE'): Int32Array;
}

let ofBackend: Algebra | undefined;

/** Multiplications from which a call to the backend costs less than a loop here. */
const WORTH_A_CALL = 4e4;

/** Names what large matrices are worked on with, from now on in this process. */
export function useAlgebra(algebra: Algebra | undefined): void {
  ofBackend = algebra;
}

/** The backend's algebra, where there is one and the work is large enough for it. */
export const algebraFor = (multiplications: number): Algebra | undefined =>
  multiplications > WORTH_A_CALL ? ofBackend : undefined;
