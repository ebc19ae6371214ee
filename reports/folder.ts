import { unitSlug } from "../models/units/unitSlug.ts";
import type { Reader } from "./reader.ts";

/** What a file or folder name carries when any figure in it comes from invented respondents. */
export const illustrativeMark = "minh-hoa";

/** The folder of a bundle within its release. */
export function bundleFolder(reader: Reader, isIllustrative: boolean): string {
  if (reader.kind === "national") return "national";
  if (reader.is_fictional) return `${illustrativeMark}/${reader.unit_code}`;
  const parts = [reader.unit_code, unitSlug(reader.unit_name), isIllustrative ? illustrativeMark : ""];
  return `${reader.kind === "province" ? "provinces" : "ministries"}/${parts.filter((part) => part !== "").join("-")}`;
}
