import { unitSlug } from "../units/unitSlug.ts";
import type { FrameworkLevel } from "./framework.ts";

/**
 * The folder of a framework under models/frameworks: the decision in ASCII, then the level.
 *
 * @example frameworkFolder("2948/QĐ-BNV", "province") // "2948-qd-bnv-province"
 */
export function frameworkFolder(framework: string, level: FrameworkLevel): string {
  const name = unitSlug(framework);
  return name.endsWith(`-${level}`) ? name : `${name}-${level}`;
}
