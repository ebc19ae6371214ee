import type { ChapterCode } from "../../reports/chapters.ts";
import { documentName } from "../../reports/documentName.ts";
import { bundleFolder } from "../../reports/folder.ts";
import type { Subject } from "./subject.ts";

/** The row of a unit's bundle that shows a figure; a bundle with an invented figure carries the mark in its name. */
export function bundleLink(subject: Subject, anchor: string, isIllustrative: boolean): string {
  const { domain_level: level, domain_code, name, name_en, is_fictional } = subject;
  const folder = bundleFolder(
    {
      kind: level === "ministry" ? "ministry" : "province",
      unit_code: domain_code,
      unit_name: name,
      unit_name_en: name_en,
      is_fictional,
    },
    isIllustrative,
  );
  return `${folder}/index.html#${anchor}`;
}

/** The row of the national bundle that shows a figure. */
export function nationalLink(
  chapter: ChapterCode,
  round: string | null,
  isIllustrative: boolean,
  anchor: string,
): string {
  const folder = bundleFolder({ kind: "national" }, isIllustrative);
  return `${folder}/${documentName(chapter, round, isIllustrative)}.html#${anchor}`;
}
