import type { Item } from "./instrument.ts";

/**
 * What a store may hold as the answer to an item, in the item's order. Empty for an open answer.
 *
 * @example answerCodes({ ...item, kind: "yes_no" }) // ["1", "0"]
 */
export function answerCodes({ kind, levels, options }: Pick<Item, "kind" | "levels" | "options">): string[] {
  if (kind === "yes_no") return ["1", "0"];
  if (options) return options.map((option) => option.value);
  return Array.from({ length: levels ?? 0 }, (_, index) => String(index + 1));
}

/** Whether a store holds codes as the answers to an item, not words of somebody's own or nothing. */
export function hasCodes({ kind }: Pick<Item, "kind">): boolean {
  return kind !== "text" && kind !== "missing_in_copy";
}
