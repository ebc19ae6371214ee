import { EstimateError } from "../errors.ts";

/** Orders that are tried; far more strata than a survey with two PSUs in each has. */
const LARGEST = 4096;

/**
 * A Hadamard matrix (entries ±1, orthogonal columns) of the smallest order, at least `order`, that doubling (Sylvester) and
 * primes of the form 4k + 3 (Paley) can make. Its first column is all ones.
 *
 * @example hadamardMatrix(2) // [[1, 1], [1, -1]]
 */
export function hadamardMatrix(order: number): number[][] {
  for (let size = order; size <= LARGEST; size++) {
    const matrix = maybeHadamard(size);
    if (matrix !== null) return matrix;
  }
  throw new EstimateError(`No Hadamard matrix of order ${order} or more (up to ${LARGEST}) can be made.`);
}

function maybeHadamard(size: number): number[][] | null {
  if (size === 1) return [[1]];
  if (size === 2) {
    return [
      [1, 1],
      [1, -1],
    ];
  }
  if (size % 4 !== 0) return null;
  if (isPrime(size - 1)) return paley(size - 1);
  const half = maybeHadamard(size / 2);
  return half === null
    ? null
    : [...half.map((row) => [...row, ...row]), ...half.map((row) => [...row, ...row.map((v) => -v)])];
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false;
  return number > 1;
}

/** From the quadratic residues of a prime q = 4k + 3, of order q + 1, rows multiplied so that the first column is one. */
function paley(q: number): number[][] {
  const residues = new Set(Array.from({ length: q - 1 }, (_, i) => (i + 1) ** 2 % q));
  const sign = (difference: number) => (difference === 0 ? -1 : residues.has((difference + q) % q) ? 1 : -1);
  const core = Array.from({ length: q }, (_, i) => [1, ...Array.from({ length: q }, (_, j) => sign(j - i))]);
  return [new Array<number>(q + 1).fill(1), ...core];
}
