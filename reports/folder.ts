import type { Reader } from "./reader.ts";

/** What a file or folder name carries when any figure in it comes from invented respondents. */
export const illustrativeMark = "minh-hoa";

/** Lower-case Latin letters, digits and hyphens: safe as a file name everywhere. */
export function slug(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The folder of a bundle within its release. */
export function bundleFolder(reader: Reader, isIllustrative: boolean): string {
  if (reader.kind === "national") return "national";
  const parts = [reader.unit_code, slug(reader.unit_name), isIllustrative ? illustrativeMark : ""];
  return `${reader.kind === "province" ? "provinces" : "ministries"}/${parts.filter((part) => part !== "").join("-")}`;
}
