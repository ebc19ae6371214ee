import type { Bilingual } from "../instruments/instrument.ts";
import type { Rule } from "./rule.ts";

/**
 * A scoring rule in words, as a scorecard shows it beside the leaf.
 *
 * @example ruleText(rule, "1.50").vi // "Đạt từ 100%: 1,50 điểm; dưới 80%: 0 điểm; ở giữa: tỷ lệ % × 1,50 / 100"
 */
export function ruleText(rule: Rule, max: string): Bilingual {
  const vi = (points: string) => points.replace(".", ",");
  switch (rule.kind) {
    case "yes_no":
      return { vi: `Có: ${vi(max)} điểm; không: 0 điểm`, en: `Yes: ${max} points; no: 0` };
    case "share": {
      const between =
        rule.between === "proportional"
          ? { vi: `tỷ lệ % × ${vi(max)} / 100`, en: `share % × ${max} / 100` }
          : { vi: "nội suy tuyến tính", en: "on a straight line" };
      return {
        vi: `Đạt từ ${vi(rule.full_from)}%: ${vi(max)} điểm; dưới ${vi(rule.zero_below)}%: 0 điểm; ở giữa: ${between.vi}`,
        en: `From ${rule.full_from} %: ${max} points; below ${rule.zero_below} %: 0; between: ${between.en}`,
      };
    }
    case "count":
      return {
        vi: `Mỗi đơn vị đếm: ${vi(rule.each)} điểm, tối đa ${vi(rule.cap ?? max)} điểm`,
        en: `${rule.each} points each, at most ${rule.cap ?? max}`,
      };
    case "deduct":
      return {
        vi: `${vi(max)} điểm, trừ ${vi(rule.each)} điểm mỗi lần, trừ tối đa ${vi(rule.cap ?? max)} điểm`,
        en: `${max} points less ${rule.each} each, at most ${rule.cap ?? max} less`,
      };
    case "formula": {
      const said = (otherwise: string, when: string) =>
        rule.branches
          .map(
            (branch) =>
              `${branch.when === undefined ? otherwise : `${when} ${branch.when}`}: ${branch.points}`,
          )
          .join("; ");
      return { vi: said("còn lại", "nếu"), en: said("otherwise", "if") };
    }
  }
}
