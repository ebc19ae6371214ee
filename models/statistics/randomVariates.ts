import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import type { RandomStream } from "./seededStream.ts";

/** A uniform variate in the open interval (0, 1): zero, whose logarithm is infinite, is drawn again. */
export function randomUniform(stream: RandomStream): number {
  for (;;) {
    const u = uniformFloat64(stream);
    if (u > 0) return u;
  }
}

/**
 * A standard normal variate, by Marsaglia's polar method.
 *
 * Marsaglia and Bray (1964), A convenient method for generating normal variables, SIAM Review 6(3), 260–264.
 *
 * @example randomNormal(seededStream(1)) // 0.1778…
 */
export function randomNormal(stream: RandomStream): number {
  for (;;) {
    const x = 2 * uniformFloat64(stream) - 1;
    const y = 2 * uniformFloat64(stream) - 1;
    const s = x * x + y * y;
    if (s > 0 && s < 1) return x * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/**
 * A chi-square variate with any positive degrees of freedom, whole or not.
 *
 * It is twice a gamma variate of shape df/2, by Marsaglia and Tsang's squeeze; below shape 1 by their power of a uniform.
 *
 * Marsaglia and Tsang (2000), A simple method for generating gamma variables, ACM Trans. Math. Softw. 26(3), 363–372.
 *
 * @example randomChiSquare(seededStream(1), 2) // 0.7761…
 */
export function randomChiSquare(stream: RandomStream, df: number): number {
  if (df === 2) return -2 * Math.log(randomUniform(stream));
  return 2 * randomGamma(stream, df / 2);
}

function randomGamma(stream: RandomStream, shape: number): number {
  if (shape < 1) return randomGamma(stream, shape + 1) * randomUniform(stream) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = randomNormal(stream);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = randomUniform(stream);
    if (u < 1 - 0.0331 * x * x * x * x) return d * v; // most draws need no logarithm
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
