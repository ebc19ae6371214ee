import type { Words } from "../messages/words.ts";

interface ShadeSteps {
  /** Four bounds between five shades. */
  readonly steps: readonly number[];
  readonly stepLabels: readonly string[];
}

/** Widths that a shade may have, in percentage points: round figures, so that the legend can be read aloud. */
const widths = [0.5, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20];

/**
 * Five shades of equal width over these percentages: the narrowest round width that reaches from the lowest to the highest.
 *
 * @example shadeSteps([71.2, 84.9], words).steps // [72, 76, 80, 84]
 */
export function shadeSteps(values: readonly number[], words: Words): ShadeSteps {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const width = widths.find((each) => Math.floor(low / each) * each + 5 * each > high) ?? 20;
  const first = Math.floor(low / width) * width;
  const steps = [1, 2, 3, 4].map((step) => first + step * width);
  const text = (value: number) => words.locale.number(value, Number.isInteger(value) ? 0 : 1);
  const bounds = steps.map(text);
  return {
    steps,
    stepLabels: [
      words.say("shade.below", { high: bounds[0] as string }),
      ...[0, 1, 2].map((step) =>
        words.say("shade.between", { low: bounds[step] as string, high: bounds[step + 1] as string }),
      ),
      words.say("shade.from", { low: bounds[3] as string }),
    ],
  };
}
