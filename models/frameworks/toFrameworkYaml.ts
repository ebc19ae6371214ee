import { stringify } from "yaml";
import type { Framework } from "./framework.ts";

/**
 * The text of a framework's file: the same framework gives the same bytes. Decimals stay text, so that `10.00` keeps its digits.
 *
 * @example parseYaml(file, toFrameworkYaml(own, ["Nhập từ phụ lục.xlsx"]), framework).value // own again
 */
export function toFrameworkYaml(framework: Framework, head: readonly string[]): string {
  const comment = head.map((line) => `# ${line}\n`).join("");
  return comment + stringify(framework, { lineWidth: 0, aliasDuplicateObjects: false });
}
