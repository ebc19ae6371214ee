import { type ChapterCode, chapters } from "./chapters.ts";
import { illustrativeMark } from "./folder.ts";

/**
 * The name of a chapter's document in the national bundle, without its ending.
 *
 * @example documentName("sipas", "2022", true) // "sipas-2022-minh-hoa"
 */
export function documentName(chapter: ChapterCode, round: string | null, isIllustrative: boolean): string {
  const parts = [chapters[chapter].file, round ?? "", isIllustrative ? illustrativeMark : ""];
  return parts.filter((part) => part !== "").join("-");
}
