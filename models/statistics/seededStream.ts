import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

/** A stream of random integers that its seed and key fix for ever: equal seed and key, equal stream. */
export type RandomStream = ReturnType<typeof xoroshiro128plusFromState>;

/**
 * A random stream of its own for every key, such as (replicate, stratum).
 *
 * Work may then be cut over threads or done in any order: what one stratum draws does not depend on which other
 * strata were drawn before it. The key is hashed (MurmurHash3's mixing) to the 128-bit state of xoroshiro128+.
 *
 * It is made for simulation, not for secrets.
 *
 * Blackman and Vigna (2021), Scrambled linear pseudorandom number generators, ACM Trans. Math. Softw. 47(4).
 *
 * @example seededStream(2026, "replicate", 17, "P05").next() // -684095929
 */
export function seededStream(seed: number, ...key: readonly (number | string)[]): RandomStream {
  const text = `${seed}/${key.join("/")}`;
  return xoroshiro128plusFromState([hash(text, 1), hash(text, 2), hash(text, 3), hash(text, 4)]);
}

function hash(text: string, salt: number): number {
  let h = Math.imul(salt, 0x9e3779b1);
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 0xcc9e2d51);
    h = (h << 13) | (h >>> 19);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
