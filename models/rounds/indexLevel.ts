import type { UnitLevel } from "../units/unit.ts";
import type { IndexCode } from "./round.ts";

/**
 * Whom an index measures.
 *
 * @example indexLevel("sipas") // "province"
 */
export function indexLevel(index: IndexCode): UnitLevel {
  return index === "par_ministry" ? "ministry" : "province";
}
