import { EigenvalueDecomposition, Matrix } from "ml-matrix";

/** Principal components, the largest first. */
export interface PrincipalComponents {
  readonly eigenvalues: readonly number[];
  /** One unit vector a component; its sign is fixed so that its entries sum to zero or more. */
  readonly vectors: readonly (readonly number[])[];
}

/**
 * Principal components of a covariance or correlation matrix, weighted or not.
 *
 * As a check of an index: when one eigenvalue stands far above the rest, the items measure mostly one thing. Vectors of
 * equal eigenvalues are not unique.
 *
 * @param matrix symmetric
 * @example principalComponents([[1, 0.5], [0.5, 1]]).eigenvalues // [1.5, 0.5…]
 */
export function principalComponents(matrix: readonly (readonly number[])[]): PrincipalComponents {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    new Matrix(matrix as number[][]),
    { assumeSymmetric: true },
  );
  const order = realEigenvalues.map((_, i) => i).sort((a, b) => realEigenvalues[b]! - realEigenvalues[a]!);
  return {
    eigenvalues: order.map((i) => realEigenvalues[i]!),
    vectors: order.map((i) => {
      const vector = eigenvectorMatrix.getColumn(i);
      const sum = vector.reduce((total, value) => total + value, 0);
      return sum < 0 ? vector.map((value) => -value) : vector;
    }),
  };
}
