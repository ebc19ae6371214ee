import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A stream of invented chance, fixed by its seed and label: equal labels give equal draws, whatever else was drawn. */
export interface RandomStream {
  /** Uniform on [0, 1). */
  readonly uniform: () => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** A whole number between both bounds, both included. */
  readonly between: (low: number, high: number) => number;
  /** An index, chosen with the given weights. */
  readonly choose: (weights: readonly number[]) => number;
  /** `n` different indices below `total`, in the order drawn. */
  readonly draw: (n: number, total: number) => number[];
}

export function randomStream(seed: number, ...label: readonly (string | number)[]): RandomStream {
  const generator = xoroshiro128plus(hash([seed, ...label].join("/")));
  const uniform = () => uniformFloat64(generator);
  const between = (low: number, high: number) => low + Math.floor(uniform() * (high - low + 1));
  return {
    uniform,
    between,
    normal: normalFrom(uniform),
    choose: chooseFrom(uniform),
    draw: drawFrom(between),
  };
}

/** FNV-1a, 32 bits, with the final mix of MurmurHash3: labels that differ in one character start far apart. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Marsaglia's polar method: two normals for about 1.27 pairs of uniforms. */
function normalFrom(uniform: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    let x = 0;
    let y = 0;
    let s = 0;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      s = x * x + y * y;
    } while (s >= 1 || s === 0);
    const scale = Math.sqrt((-2 * Math.log(s)) / s);
    spare = y * scale;
    return x * scale;
  };
}

function chooseFrom(uniform: () => number) {
  return (weights: readonly number[]): number => {
    let total = 0;
    for (const weight of weights) total += weight;
    let left = uniform() * total;
    for (let i = 0; i < weights.length - 1; i++) {
      left -= weights[i]!;
      if (left < 0) return i;
    }
    return weights.length - 1;
  };
}

/** The first `n` steps of a Fisher–Yates shuffle. */
function drawFrom(between: (low: number, high: number) => number) {
  return (n: number, total: number): number[] => {
    const indices = Array.from({ length: total }, (_, i) => i);
    for (let i = 0; i < n; i++) {
      const j = between(i, total - 1);
      [indices[i], indices[j]] = [indices[j]!, indices[i]!];
    }
    return indices.slice(0, n);
  };
}
