import { Big } from "big.js";
import type { Framework, FrameworkLevel, FrameworkNode, LeafKind } from "./framework.ts";
import { type AreaPlan, illustrativePlans } from "./illustrativePlans.ts";
import { illustrativeRule } from "./illustrativeRule.ts";

/** The smallest step of points in the illustrative sets. */
const step = new Big("0.05");

/**
 * The illustrative framework of a level: as many areas, criteria and sub-criteria and the same blocks of points as the
 * decision confirms, and nothing else of it. Every criterion is called "Tiêu chí minh họa"; maxima that no source gives are
 * marked assumed, and whatever is computed from it is illustrative.
 *
 * @example illustrativeFramework(decision876Ministry).nodes[2].children[1].name.vi // "Tiêu chí minh họa 3.2"
 */
export function illustrativeFramework(decision: Framework): Framework {
  const { framework: follows, level, max_points, counts, survey_points, blocks } = decision;
  const levelName = { ministry: "cấp bộ", province: "cấp tỉnh" }[level];
  return {
    framework: `minh-hoa-${level}`,
    level,
    name: {
      vi: `Bộ tiêu chí minh họa ${levelName} (không phải bộ tiêu chí chính thức)`,
      en: `Illustrative framework of the level ${level} (not an official one)`,
    },
    provenance: "illustrative",
    follows,
    basis: {
      status: "assumed",
      why: {
        vi: `Chỉ tổng điểm, số lĩnh vực và số tiêu chí là của Quyết định ${follows}; tên, điểm và cách chấm từng tiêu chí đều do phần mềm đặt ra để minh họa.`,
        en: `Only the totals and the numbers of areas and criteria are those of decision ${follows}; names, points and rules of criteria are made up for illustration.`,
      },
      sources: [...decision.basis.sources],
    },
    max_points,
    counts,
    survey_points,
    blocks,
    adjustments: [],
    waivers: [],
    nodes: illustrativePlans[level].map((plan, i) => toArea(plan, String(i + 1), level)),
  };
}

function toArea(plan: AreaPlan, code: string, level: FrameworkLevel): FrameworkNode {
  const others = plan.others.reduce((sum, other) => sum.plus(other.points), new Big(0));
  const children = [...appraisedCriteria(plan, code), ...otherCriteria(plan, code)];
  return {
    code,
    name: plan.name,
    max: decimal(others.plus(plan.appraised)),
    status: "assumed",
    counts: { criteria: plan.criteria, subcriteria: plan.subcriteria },
    children: children.map((child) => withDepartments(child, level)),
  };
}

/** A third of the sub-criteria make a criterion each, as far as there are criteria; the rest are scored directly. */
function appraisedCriteria(plan: AreaPlan, area: string): FrameworkNode[] {
  const n = plan.criteria - plan.others.length;
  const subcriteria = plan.others.reduce(
    (left, { leaves }) => left - (leaves > 1 ? leaves : 0),
    plan.subcriteria,
  );
  const split = Math.min(n, Math.max(1, Math.floor(subcriteria / 3)));
  if (n === 0) return [];
  const sizes = Array.from({ length: n }, (_, i) => (i < split ? share(subcriteria, split, i) : 0));
  const nLeaves = sizes.reduce((sum, size) => sum + Math.max(size, 1), 0);
  const points = splitPoints(plan.appraised, nLeaves);
  return sizes.map((size, i) => criterion(`${area}.${i + 1}`, "appraised", size, points));
}

function otherCriteria(plan: AreaPlan, area: string): FrameworkNode[] {
  const first = plan.criteria - plan.others.length;
  return plan.others.map(({ kind, points, leaves }, i) =>
    criterion(`${area}.${first + i + 1}`, kind, leaves > 1 ? leaves : 0, splitPoints(points, leaves)),
  );
}

/** Takes its leaves' points from the front of the list. */
function criterion(code: string, kind: LeafKind, size: number, points: Big[]): FrameworkNode {
  if (size === 0) return leaf(code, kind, points.shift() as Big);
  const children = Array.from({ length: size }, (_, i) =>
    leaf(`${code}.${i + 1}`, kind, points.shift() as Big),
  );
  const max = children.reduce((sum, child) => sum.plus(child.max ?? 0), new Big(0));
  return { code, name: illustrativeName(code), max: decimal(max), status: "assumed", children };
}

function leaf(code: string, kind: LeafKind, max: Big): FrameworkNode {
  return {
    code,
    name: illustrativeName(code),
    max: decimal(max),
    status: kind === "sipas" ? "inferred" : "assumed",
    kind,
    self_scored: kind === "appraised" || kind === "statistic",
    rule: illustrativeRule(code, kind, max),
    ...(kind === "appraised" && { evidence: `Tài liệu kiểm chứng minh họa của ${code}` }),
    ...(kind === "statistic" && { evidence: "Văn bản giao chỉ tiêu và nguồn số liệu kết quả, ghi năm" }),
  };
}

function withDepartments(node: FrameworkNode, level: FrameworkLevel): FrameworkNode {
  if (node.children)
    return { ...node, children: node.children.map((child) => withDepartments(child, level)) };
  if (node.kind !== "appraised" && node.kind !== "statistic") return node;
  const area = node.code.split(".")[0];
  return { ...node, department: `${level === "ministry" ? "Vụ" : "Sở"} minh họa ${area}` };
}

function illustrativeName(code: string): { vi: string; en: string } {
  return { vi: `Tiêu chí minh họa ${code}`, en: `Illustrative criterion ${code}` };
}

/** The i-th of `n` parts of a whole number, the larger ones first. */
function share(whole: number, n: number, i: number): number {
  return Math.floor(whole / n) + (i < whole % n ? 1 : 0);
}

function splitPoints(points: string, n: number): Big[] {
  const steps = Number(new Big(points).div(step));
  return Array.from({ length: n }, (_, i) => step.times(share(steps, n, i)));
}

function decimal(points: Big): string {
  return points.toFixed(2);
}
