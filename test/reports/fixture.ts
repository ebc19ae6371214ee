import { readFileSync } from "node:fs";
import { type Assets, assetPlaces } from "../../reports/assets.ts";
import type { ReleaseFacts } from "../../reports/facts.ts";
import { maySee, type Reader, type UnitReader } from "../../reports/reader.ts";
import type { MartRow } from "../../reports/sections.ts";
import {
  parChanges,
  parComparisons,
  parLostPoints,
  parNodes,
  parOrigins,
  parWhatIf,
  parWhatIfParts,
} from "./scorecardFixture.ts";

/** Rows of every mart that pages read, for a few units; invented figures are plain arithmetic, published ones are real. */
export type Marts = Readonly<Record<string, readonly MartRow[]>>;

export interface Place {
  readonly code: string;
  readonly name: string;
  readonly name_en: string;
  readonly region: string;
}

export const fourProvinces: readonly Place[] = [
  { code: "01", name: "Hà Nội", name_en: "Ha Noi", region: "dong-bang-song-hong" },
  { code: "46", name: "Thừa Thiên Huế", name_en: "Thua Thien Hue", region: "bac-trung-bo" },
  { code: "67", name: "Đắk Nông", name_en: "Dak Nong", region: "tay-nguyen" },
  { code: "95", name: "Bạc Liêu", name_en: "Bac Lieu", region: "dong-bang-song-cuu-long" },
];

const regionNames: Readonly<Record<string, readonly [string, string]>> = {
  "dong-bang-song-hong": ["Đồng bằng sông Hồng", "Red River Delta"],
  "trung-du-mien-nui": ["Trung du và miền núi phía Bắc", "Northern Midlands and Mountains"],
  "bac-trung-bo": ["Bắc Trung Bộ và Duyên hải miền Trung", "North and South Central Coast"],
  "tay-nguyen": ["Tây Nguyên", "Central Highlands"],
  "dong-nam-bo": ["Đông Nam Bộ", "Southeast"],
  "dong-bang-song-cuu-long": ["Đồng bằng sông Cửu Long", "Mekong River Delta"],
};

export const facts: ReleaseFacts = {
  release: "2023-r1",
  snapshotHash: "5f0c7a1e9b3d4c2f8e6a",
  methodVersion: "2022.1",
  codeVersion: "0.1.0",
  printedDate: "2024-04-17",
};

export function readAssets(): Assets {
  const read = (place: string) => new Uint8Array(readFileSync(`node_modules/${place}`));
  return Object.fromEntries(
    Object.entries(assetPlaces).map(([name, place]) => [name, read(place)]),
  ) as Assets;
}

export function province(place: Place): UnitReader {
  return {
    kind: "province",
    unit_code: place.code,
    unit_name: place.name,
    unit_name_en: place.name_en,
    is_fictional: false,
  };
}

/** What a reader may see of the marts: everything for the nation; own rows and public aggregates for a unit. */
export function rowsFor(marts: Marts, reader: Reader): (mart: string) => readonly MartRow[] {
  return (mart) => (marts[mart] ?? []).filter((row) => maySee(reader, row));
}

/** All marts for these provinces and for ministries of the published 2023 table. */
export function makeMarts(places: readonly Place[] = fourProvinces): Marts {
  return {
    "marts.sipas_ranking": recipes.flatMap((recipe) => ranking(places, recipe)),
    "marts.sipas_nodes": recipes.flatMap((recipe) => nodes(places, recipe)),
    "marts.sipas_contrasts": places.flatMap(contrasts),
    "marts.satisfaction_levels": domains(places).flatMap(levels),
    "marts.suppressed_cells": domains(places).flatMap(withheld),
    "marts.sipas_places": places.flatMap(amongAll),
    "marts.sipas_trend": domains(places).flatMap(trend),
    "marts.sipas_changes": domains(places).flatMap(changes),
    "marts.sipas_recipe_comparison": comparison(places),
    "marts.response_flow": domains(places).flatMap(flow),
    "marts.rule_outcomes": domains(places).flatMap(ruleOutcomes),
    "marts.fieldwork": domains(places).map(fieldwork),
    "marts.respondents": domains(places).flatMap(respondents),
    "marts.perceptions": domains(places).flatMap(perceptions),
    "marts.weighting": places.map(weighting),
    "marts.weighting_steps": [...places, null].flatMap(weightingSteps),
    "marts.weighting_margins": weightingMargins,
    "marts.weighting_response": weightingResponse,
    "marts.par_ministry_scores": ministries.map(ministryScore),
    "marts.par_nodes": parNodes(),
    "marts.par_lost_points": parLostPoints(),
    "marts.par_changes": parChanges(),
    "marts.par_comparisons": parComparisons(),
    "marts.key_findings": keyFindings(),
    "marts.action_plan": actionPlan(places),
    "marts.par_what_if": parWhatIf(),
    "marts.par_what_if_parts": parWhatIfParts(),
    "marts.par_origins": parOrigins(),
    "marts.par_history": history(places),
    "marts.par_means": parMeans,
    "marts.sipas_published": sipasPublished,
    "marts.sipas_rule_backtest": ruleBacktest,
    "marts.method_rules": methodRules,
  };
}

/** marts.key_findings: of invented respondents a lead that is not established, and of published totals one that cannot be tested. */
function keyFindings(): readonly MartRow[] {
  const nothing = {
    ...{ n_up: null, n_down: null, earlier_round: null, change_percent: null, change_percent_low: null },
    ...{ change_percent_high: null, test_p: null, finding_order: 1, finding_kind: "leader" },
  };
  return [
    {
      ...{ ...nothing, ...demo, ranking_code: "sipas", verdict: "not_established", test_code: "pairs_holm" },
      ...{ unit_name: "Hà Nội", unit_name_en: "Ha Noi", value_percent: 88.5, value_points: null },
      ...{ n_others: 3, n_alike: 3 },
    },
    {
      ...{ ...nothing, round_code: "2023", index_code: "par_ministry", ranking_code: "published" },
      ...{ verdict: "not_tested", test_code: null, unit_name: "Bộ Tư pháp" },
      ...{ unit_name_en: "Ministry of Justice", value_percent: null, value_points: "89.95" },
      ...{ n_others: 16, n_alike: null, provenance: "published" },
    },
  ];
}

/** marts.action_plan: the losses and the differences below the rest of the other marts. */
function actionPlan(places: readonly Place[]): readonly MartRow[] {
  const nobody = { department_name: null, department_name_en: null, department_status: null };
  const losses = parLostPoints()
    .filter((row) => Number(row["lost_points"]) > 0)
    .map((row) => ({
      ...row,
      ...{ unit_level: row["unit_code"] === "btp" ? "ministry" : "province" },
      ...{ unit_type: row["unit_code"] === "btp" ? "ministry" : "province" },
      ...{ matter_kind: "lost_points", matter_order: row["lost_order"] },
      ...{ difference_percent: null, difference_percent_low: null, difference_percent_high: null },
      difference_q: null,
    }));
  const below = places
    .flatMap((place) => contrasts(place))
    .filter((row) => Number(row["difference_percent"]) < 0)
    .map((row) => ({
      ...{ ...row, ...nobody, unit_level: "province", unit_type: "province", part_level: "item" },
      ...{ matter_kind: row["is_established"] === true ? "weakness" : "gap", matter_order: 1 },
      ...{ lost_points: null, max_points: null },
    }));
  return [...below, ...losses];
}

/** Two differences that are established, two that are not, and one that cannot be told. */
function contrasts({ code, name, name_en }: Place): readonly MartRow[] {
  const differences = [
    ["Trả đúng hẹn", "On time", 6.1, 0.012],
    ["Công bằng", "Fair", 1.2, 0.41],
    ["Phí đúng quy định", "Fees as laid down", -2.4, 0.33],
    ["Trụ sở sạch sẽ", "Clean offices", -7.3, 0.004],
  ] as const;
  const shared = { ...demo, recipe_code: "design", is_shown_recipe: true, interval_rule: "direct" };
  const unit = { unit_code: code, unit_name: name, unit_name_en: name_en };
  return [
    ...differences.map(([item, item_en, difference, q], order) => ({
      ...{ ...shared, ...unit, node_code: `sat_${order + 1}`, node_order: order + 1 },
      ...{ node_name: item, node_name_en: item_en, own_percent: 80 + difference, rest_percent: 80 },
      ...{ difference_percent: difference, difference_percent_se: 1.1, difference_percent_df: 2.3 },
      ...{ difference_percent_low: difference - 4.2, difference_percent_high: difference + 4.2 },
      ...{ difference_percent_status: "ok", difference_p: q / 2, difference_q: q, is_established: q < 0.05 },
    })),
    {
      ...{
        ...shared,
        ...unit,
        node_code: "sat_5",
        node_order: 5,
        node_name: "Kín",
        node_name_en: "Withheld",
      },
      ...{ own_percent: null, rest_percent: null, difference_percent: null, difference_percent_se: null },
      ...{ difference_percent_df: null, difference_percent_low: null, difference_percent_high: null },
      ...{ difference_percent_status: "suppressed", difference_p: null, difference_q: null },
      is_established: null,
    },
  ];
}

const recipes = ["design", "plain"] as const;
type Recipe = (typeof recipes)[number];

const demo = { round_code: "2022", index_code: "sipas", provenance: "illustrative" } as const;
const round2 = (value: number) => Math.round(value * 100) / 100;

function estimateFamily(name: string, value: number, n: number, half = 2.1) {
  return {
    [name]: round2(value),
    [`${name}_se`]: round2(half / 4.3),
    [`${name}_df`]: 2,
    [`${name}_low`]: round2(value - half),
    [`${name}_high`]: round2(Math.min(100, value + half)),
    [`${name}_n`]: n,
    [`${name}_n_eff`]: n / 1.8,
    [`${name}_deff`]: 1.8,
    [`${name}_status`]: "ok",
  };
}

function suppressed(name: string) {
  const family = Object.keys(estimateFamily(name, 0, 0)).map((column) => [column, null]);
  return { ...Object.fromEntries(family), [`${name}_status`]: "suppressed" };
}

/** Spread over 72–88 without order, and the second recipe a little elsewhere. */
function scoreOf(position: number, of: number, recipe: Recipe): number {
  const spread = ((position * 37) % of) / Math.max(1, of - 1);
  return 73 + 14 * spread + (recipe === "plain" ? ((position * 7) % 5) * 0.35 - 0.6 : 0);
}

function ranking(places: readonly Place[], recipe: Recipe): readonly MartRow[] {
  const scored = places.map((place, position) => ({
    place,
    score: scoreOf(position, places.length, recipe),
    position,
  }));
  const order = [...scored].sort((a, b) => b.score - a.score);
  return scored.map(({ place, score, position }) => ({
    ...demo,
    recipe_code: recipe,
    is_shown_recipe: recipe === "design",
    unit_code: place.code,
    unit_name: place.name,
    unit_name_en: place.name_en,
    region_code: place.region,
    region_name: regionNames[place.region]?.[0] ?? null,
    region_name_en: regionNames[place.region]?.[1] ?? null,
    unit_type: "province",
    ...estimateFamily("score_percent", score, 540 + position, 1.4 + ((position * 11) % 7) * 0.4),
    score_rank: order.findIndex((other) => other.place === place) + 1,
    n_ranked: places.length,
    is_tied_in_print: false,
    n_others: places.length - 1,
    n_alike: Math.max(0, places.length - 2 - (position % 3)),
  }));
}

interface Domain {
  readonly domain_level: "nation" | "region" | "province";
  readonly domain_code: string;
  readonly unit_code: string | null;
  readonly domain_name: string;
  readonly domain_name_en: string;
  readonly region_code: string | null;
  readonly position: number;
}

function domains(places: readonly Place[]): readonly Domain[] {
  return [
    {
      domain_level: "nation",
      domain_code: "vn",
      unit_code: null,
      domain_name: "Cả nước",
      domain_name_en: "Viet Nam",
      region_code: null,
      position: 9,
    },
    ...places.map(
      (place, position): Domain => ({
        domain_level: "province",
        domain_code: place.code,
        unit_code: place.code,
        domain_name: place.name,
        domain_name_en: place.name_en,
        region_code: place.region,
        position,
      }),
    ),
  ];
}

function regionDomains(places: readonly Place[]): readonly Domain[] {
  const codes = [...new Set(places.map(({ region }) => region))].sort();
  return codes.map((code, position) => ({
    domain_level: "region",
    domain_code: code,
    unit_code: null,
    domain_name: regionNames[code]?.[0] ?? code,
    domain_name_en: regionNames[code]?.[1] ?? code,
    region_code: code,
    position: position + 4,
  }));
}

type Node = readonly [code: string, parent: string | null, level: string, vi: string, en: string];

const tree: readonly Node[] = [
  ["overall", null, "overall", "Chỉ số hài lòng chung", "Overall satisfaction"],
  ["policy", "overall", "part", "Chính sách", "Policy"],
  ["accountability", "policy", "factor", "Trách nhiệm giải trình", "Accountability"],
  [
    "sat_01",
    "accountability",
    "item",
    "Nhiều hình thức cung cấp, giải thích thông tin",
    "Many ways of informing",
  ],
  ["sat_02", "accountability", "item", "Thông tin đầy đủ, dễ hiểu", "Full, plain information"],
  ["policy_quality", "policy", "factor", "Chất lượng chính sách", "Quality of policy"],
  ["sat_06", "policy_quality", "item", "Chính sách khám, chữa bệnh phù hợp", "Health policy fits"],
  ["sat_12", "policy_quality", "item", "Chính sách an sinh xã hội phù hợp", "Social protection fits"],
  ["service", "overall", "part", "Cung ứng dịch vụ hành chính công", "Public services"],
  ["access", "service", "factor", "Tiếp cận dịch vụ", "Access"],
  ["sat_16", "access", "item", "Trụ sở có biển hiệu, hướng dẫn rõ", "Clear signs"],
  ["sat_17", "access", "item", "Trụ sở sạch sẽ, văn minh", "Clean offices"],
  ["civil_servants", "service", "factor", "Công chức trực tiếp giải quyết công việc", "Civil servants"],
  ["sat_23", "civil_servants", "item", "Giao tiếp lịch sự, tôn trọng", "Polite and respectful"],
  ["sat_25", "civil_servants", "item", "Hướng dẫn hồ sơ dễ hiểu, một lần", "Explained once, plainly"],
  ["feedback", "service", "factor", "Tiếp nhận, giải quyết góp ý, phản ánh, kiến nghị", "Feedback"],
  ["sat_33", "feedback", "item", "Thông báo kết quả kịp thời", "Answered in time"],
];

function nodes(places: readonly Place[], recipe: Recipe): readonly MartRow[] {
  const all = [...domains(places), ...regionDomains(places)];
  return all.flatMap((domain) =>
    tree.map(([code, parent, level, vi, en], order) => {
      const isWithheld = domain.unit_code !== null && domain.position === 2 && code === "sat_33";
      const base = domain.domain_level === "province" ? scoreOf(domain.position, places.length, recipe) : 80;
      const half = domain.domain_level === "nation" ? 0.6 : domain.domain_level === "region" ? 1.2 : 2.4;
      const value = base + ((order * 5 + domain.position * 3) % 11) * 0.45 - 2;
      return {
        ...demo,
        recipe_code: recipe,
        is_shown_recipe: recipe === "design",
        domain_level: domain.domain_level,
        domain_code: domain.domain_code,
        unit_code: domain.unit_code,
        domain_name: domain.domain_name,
        domain_name_en: domain.domain_name_en,
        region_code: domain.region_code,
        node_level: level,
        node_code: code,
        parent_node_code: parent,
        node_order: order + 1,
        node_name: vi,
        node_name_en: en,
        ...(isWithheld ? suppressed("share_percent") : estimateFamily("share_percent", value, 560, half)),
      };
    }),
  );
}

/** Answers at five levels, factor by factor; one factor of one province is withheld. */
function levels(domain: Domain): readonly MartRow[] {
  const factors = tree.filter(([, , level]) => level === "factor");
  return factors.flatMap(([code, , , vi, en], order) => {
    const isWithheld = domain.position === 2 && code === "feedback";
    const worse = 2 + ((order * 3 + domain.position) % 5);
    const shares = [worse / 2, worse, 14 - worse / 2, 46, 40 - worse];
    return shares.map((share, level) => ({
      ...demo,
      ...domainColumns(domain),
      ...{
        recipe_code: "design",
        factor_code: code,
        factor_order: order + 1,
        factor_name: vi,
        factor_name_en: en,
      },
      ...{
        answer_level: level + 1,
        level_name: levelNames[level]?.[0],
        level_name_en: levelNames[level]?.[1],
      },
      share_percent: isWithheld ? null : share,
      n_answers: isWithheld ? null : 2200n,
      share_status: isWithheld ? "suppressed" : "ok",
    }));
  });
}

/** What is withheld of one province and, for its sake, of another. */
function withheld(domain: Domain): readonly MartRow[] {
  if (domain.position !== 1 && domain.position !== 2) return [];
  const shared = { ...demo, ...domainColumns(domain) };
  const whole = { option_code: "", option_name: null, option_name_en: null };
  return [
    {
      ...{ ...shared, ...whole, table_code: "satisfaction", cell_code: "sat_33", cell_order: 17 },
      ...{ cell_name: "Thông báo kết quả kịp thời", cell_name_en: "Answered in time" },
      reason_code: domain.position === 2 ? "too_few" : "protects",
    },
    {
      ...{ ...shared, table_code: "respondents", cell_code: "ethnicity", cell_order: 3 },
      ...{ cell_name: "Dân tộc", cell_name_en: "Ethnicity", reason_code: "too_few" },
      ...{ option_code: "other", option_name: "Dân tộc khác", option_name_en: "Other" },
    },
  ];
}

const levelNames = [
  ["Rất không hài lòng", "Very dissatisfied"],
  ["Không hài lòng", "Dissatisfied"],
  ["Bình thường", "Neutral"],
  ["Hài lòng", "Satisfied"],
  ["Rất hài lòng", "Very satisfied"],
] as const;

/** Sixty-three provinces over eight stretches of the scale; one of them has no value of its own. */
function amongAll({ code, name, name_en }: Place, position: number): readonly MartRow[] {
  const counts = [3, 6, 9, 14, 12, 10, 7, 2];
  const own = estimateFamily("score_percent", 77.4 + position, 540);
  return counts.map((n_units, i) => ({
    ...demo,
    ...{ recipe_code: "design", unit_code: code, unit_name: name, unit_name_en: name_en },
    ...{ from_percent: 75 + i, n_units: BigInt(n_units), n_ranked: 63 },
    ...(position === 2 ? suppressed("score_percent") : own),
    score_rank: position === 2 ? null : 60 - position,
  }));
}

/** Two years that can be compared, and one before them that cannot. */
function trend(domain: Domain): readonly MartRow[] {
  const years = [
    [2020, 83.1, false],
    [2021, 79.6, true],
    [2022, 80.9, true],
  ] as const;
  return years.map(([year, value, is_comparable]) => ({
    ...demo,
    ...domainColumns(domain),
    ...{ recipe_code: "design", year, is_comparable, segment_no: is_comparable ? 0 : year },
    reason: is_comparable ? null : "mẫu phiếu khác",
    reason_en: is_comparable ? null : "another form",
    ...estimateFamily("share_percent", value + domain.position / 4, 560),
  }));
}

/** Against 2021 a change for each node, one of them clear; against 2020 none. */
function changes(domain: Domain): readonly MartRow[] {
  const shared = { ...demo, ...domainColumns(domain), recipe_code: "design", is_shown_recipe: true };
  const nodes = tree.filter(([, , level]) => level !== "item");
  const against2021 = nodes.map(([code, , level, vi, en], order) => {
    const change = code === "service" ? 3.4 : ((order * 7) % 5) * 0.4 - 0.6;
    const before = 78 + ((order * 5) % 7);
    return {
      ...{ ...shared, earlier_round: "2021", is_comparable: true, reason: null, reason_en: null },
      ...{ node_level: level, node_code: code, node_order: order + 1, node_name: vi, node_name_en: en },
      ...{ earlier_percent: before, earlier_percent_low: before - 2, earlier_percent_high: before + 2 },
      ...{ later_percent: before + change, later_percent_low: before + change - 2 },
      later_percent_high: before + change + 2,
      ...estimateFamily("change_percent", change, 0, 1.8),
      ...{ change_p_holm: domain.unit_code === null ? null : 0.2, n_shared_psus: 2, n_psus: 3 },
    };
  });
  const [code, , level, vi, en] = tree[0] as Node;
  return [
    ...against2021,
    {
      ...{ ...shared, earlier_round: "2020", is_comparable: false },
      ...{ reason: "mẫu phiếu khác.", reason_en: "another form." },
      ...{ node_level: level, node_code: code, node_order: 1, node_name: vi, node_name_en: en },
      ...{ earlier_percent: null, earlier_percent_low: null, earlier_percent_high: null },
      ...{ later_percent: null, later_percent_low: null, later_percent_high: null },
      ...suppressed("change_percent"),
      ...{ change_percent_status: "not_comparable", change_p_holm: null, n_shared_psus: null, n_psus: null },
    },
  ];
}

function comparison(places: readonly Place[]): readonly MartRow[] {
  const [design, plain] = recipes.map((recipe) => ranking(places, recipe)) as [
    readonly MartRow[],
    readonly MartRow[],
  ];
  return places.map((place, position) => {
    const [one, other] = [design[position], plain[position]] as [MartRow, MartRow];
    const [designValue, plainValue] = [one["score_percent"] as number, other["score_percent"] as number];
    const [designRank, plainRank] = [one["score_rank"] as number, other["score_rank"] as number];
    return {
      ...demo,
      unit_code: place.code,
      unit_name: place.name,
      unit_name_en: place.name_en,
      plain_percent: plainValue,
      design_percent: designValue,
      difference_percent: designValue - plainValue,
      plain_rank: plainRank,
      design_rank: designRank,
      rank_difference: designRank - plainRank,
      difference_status: "ok",
    };
  });
}

const domainColumns = ({ domain_level, domain_code, unit_code, domain_name, domain_name_en }: Domain) => ({
  domain_level,
  domain_code,
  unit_code,
  domain_name,
  domain_name_en,
});

const flowSteps = [
  ["in_store", "Phiếu nhận được trong kho", "Responses in the store", 1000, null],
  ["unknown_person", "Không thuộc mẫu đã chọn", "Not a sampled person", 6, "assumed"],
  ["test_response", "Phiếu thử", "Test response", 4, "assumed"],
  ["after_closing", "Trả lời sau ngày kết thúc", "Answered after closing", 11, "inferred"],
  ["duplicate_submission", "Phiếu trùng của cùng một người", "Second response of one person", 9, "assumed"],
  ["no_valid_answer", "Không có câu trả lời hợp lệ nào", "No valid answer", 3, "assumed"],
  ["valid", "Phiếu hợp lệ, được tính", "Valid responses, counted", 967, null],
] as const;

function flow(domain: Domain): readonly MartRow[] {
  const times = domain.unit_code === null ? 36 : 1;
  return flowSteps.map(([step_code, step_name, step_name_en, n, rule_status], order) => ({
    ...demo,
    ...domainColumns(domain),
    step_order: order + 1,
    step_code,
    step_name,
    step_name_en,
    n_responses: BigInt(n * times),
    n_with_reason: rule_status === null ? null : (n + 1) * times,
    share_percent: n / 10,
    rule_status,
  }));
}

const formRules = [
  ["gender_blank", "Không ghi giới tính", "Gender left blank", "error", 4, 10, "ok"],
  [
    "straight_line",
    "Mọi câu hài lòng cùng một mức",
    "All satisfaction items on one level",
    "flag",
    31,
    null,
    "ok",
  ],
  [
    "before_handing_out",
    "Nộp trước khi phát phiếu",
    "Submitted before the form was handed out",
    "error",
    61,
    5,
    "warn",
  ],
] as const;

function ruleOutcomes(domain: Domain): readonly MartRow[] {
  const times = domain.unit_code === null ? 36 : 1;
  return formRules.map(
    ([rule_code, rule_text, rule_text_en, severity, n, warn_above_percent, outcome], order) => ({
      ...demo,
      ...domainColumns(domain),
      rule_order: order + 1,
      rule_code,
      rule_text,
      rule_text_en,
      severity_code: severity,
      rule_status: "assumed",
      n_checked: BigInt(967 * times),
      n_failing: BigInt(n * times),
      failing_percent: round2((100 * n) / 967),
      warn_above_percent,
      outcome_code: outcome,
      excludes: rule_code === "straight_line",
    }),
  );
}

function fieldwork(domain: Domain): MartRow {
  const times = domain.unit_code === null ? 63 : 1;
  return {
    ...demo,
    ...domainColumns(domain),
    n_psus: 3 * times,
    n_approached: 640 * times,
    n_completed: 580 * times,
    n_refused: 31 * times,
    n_not_contacted: 18 * times,
    n_ineligible: 6 * times,
    n_unknown: 5 * times,
    n_substitutes: 12 * times,
    n_valid: 561 * times,
    response_rate_percent: 89.59 + domain.position / 10,
  };
}

const profile = [
  ["gender", 1, "Giới tính", "Gender", "male", 1, "Nam", "Men", 281, 50.1, 49.8],
  ["gender", 1, "Giới tính", "Gender", "female", 2, "Nữ", "Women", 280, 49.9, 50.2],
  ["age", 2, "Tuổi", "Age", "a18_24", 1, "18–24", "18–24", 62, 11.1, 13.9],
  ["age", 2, "Tuổi", "Age", "a25_34", 2, "25–34", "25–34", 121, 21.6, 24.2],
  ["age", 2, "Tuổi", "Age", "a35_49", 3, "35–49", "35–49", 190, 33.9, 31.0],
  ["age", 2, "Tuổi", "Age", "a50_60", 4, "50–60", "50–60", 117, 20.9, 18.6],
  ["age", 2, "Tuổi", "Age", "a60", 5, "Trên 60", "Over 60", 71, 12.7, 12.3],
  ["ethnicity", 3, "Dân tộc", "Ethnicity", "kinh", 1, "Kinh", "Kinh", 557, 99.3, 99.1],
  ["ethnicity", 3, "Dân tộc", "Ethnicity", "other", 2, "Dân tộc khác", "Other", null, null, null],
] as const;

function respondents(domain: Domain): readonly MartRow[] {
  return profile.map(
    ([item, itemOrder, vi, en, option, optionOrder, optionVi, optionEn, n, share, weighted]) => ({
      ...demo,
      ...domainColumns(domain),
      item_code: item,
      item_order: itemOrder,
      item_name: vi,
      item_name_en: en,
      option_code: option,
      option_order: optionOrder,
      option_name: optionVi,
      option_name_en: optionEn,
      n_responses: n === null ? null : BigInt(n),
      share_percent: share,
      weighted_percent: weighted,
      n_status: n === null ? "suppressed" : "ok",
    }),
  );
}

const perceived = [
  ["interest", "interest_1", 1, "Chính sách kinh tế - xã hội", "none", 1, "Không quan tâm", 12.4],
  ["interest", "interest_1", 1, "Chính sách kinh tế - xã hội", "some", 2, "Quan tâm một chút", 44.0],
  ["interest", "interest_1", 1, "Chính sách kinh tế - xã hội", "much", 3, "Rất quan tâm", 43.6],
  ["interest", "interest_2", 2, "Chính sách khám, chữa bệnh", "none", 1, "Không quan tâm", 6.1],
  ["interest", "interest_2", 2, "Chính sách khám, chữa bệnh", "some", 2, "Quan tâm một chút", 30.8],
  ["interest", "interest_2", 2, "Chính sách khám, chữa bệnh", "much", 3, "Rất quan tâm", 63.1],
  [
    "harassment",
    "harass",
    20,
    "Công chức gây phiền hà, sách nhiễu",
    "none",
    1,
    "Không có công chức nào",
    88.9,
  ],
  ["harassment", "harass", 20, "Công chức gây phiền hà, sách nhiễu", "some", 2, "Một số công chức", 10.1],
  ["harassment", "harass", 20, "Công chức gây phiền hà, sách nhiễu", "many", 3, "Nhiều công chức", 1.0],
  ["need", "need_04", 40, "Thái độ phục vụ", "very", 1, "Rất cần", 71.2],
  ["need", "need_04", 40, "Thái độ phục vụ", "much", 2, "Cần", 21.7],
  ["need", "need_04", 40, "Thái độ phục vụ", "little", 3, "Ít cần", 7.1],
] as const;

function perceptions(domain: Domain): readonly MartRow[] {
  return perceived.map(([block, item, itemOrder, vi, option, optionOrder, optionVi, share]) => ({
    ...demo,
    ...domainColumns(domain),
    block_code: block,
    item_code: item,
    item_order: itemOrder,
    item_name: vi,
    item_name_en: `${vi} (en)`,
    option_code: option,
    option_order: optionOrder,
    option_name: optionVi,
    option_name_en: `${optionVi} (en)`,
    ...estimateFamily("share_percent", share + (domain.position % 3) * 0.3, 560, 1.0),
  }));
}

function weighting(place: Place, position: number): MartRow {
  return {
    ...demo,
    unit_code: place.code,
    unit_name: place.name,
    unit_name_en: place.name_en,
    n_responses: 561,
    adults_margin: 640_000n + BigInt(position * 1000),
    sum_base_weight: 655_120.5,
    calibration_factor_min: 0.71,
    calibration_factor_max: 1.62,
    weight_cv: 0.38 + position / 1000,
    kish_deff: 1.14,
    n_eff: 490.2,
    worst_margin_error: 4e-10,
    n_iterations: 9,
  };
}

/** The steps of a province, or of the nation; trimming is not taken. */
function weightingSteps(place: Place | null): readonly MartRow[] {
  return ["base", "calibration", "trimming", "quantisation"].map((step_code, order) => ({
    ...demo,
    ...{
      unit_code: place?.code ?? "vn",
      unit_name: place?.name ?? null,
      unit_name_en: place?.name_en ?? null,
    },
    ...{ step_code, is_taken: step_code !== "trimming", rule_status: "assumed" },
    ...{ setting: `cách làm của bước ${order + 1}`, setting_en: `what step ${order + 1} does` },
    ...{ n_responses: place === null ? 2244 : 561, sum_weight: 655_120.5 },
    ...{ factor_min: 0.71, factor_median: 1.02, factor_max: 1.62 },
    ...{ weight_cv: 0.3 + order / 100, kish_deff: 1.1 + order / 100, n_eff: 500 - order },
  }));
}

/** The nation, and a category of a province that was merged. */
const weightingMargins: readonly MartRow[] = [
  ["vn", "1", "Nam", "Male", 1100, 610_000.25, 640_000n, null],
  ["vn", "2", "Nữ", "Female", 1130, 700_000.5, 660_000n, null],
  ["vn", "-", null, null, 14, 8_000.5, null, null],
  ["01", "1", "Nam", "Male", 12, 6_100.25, 6_400n, "male+female"],
  ["01", "2", "Nữ", "Female", 40, 6_900.25, 6_600n, "male+female"],
].map(([unit_code, category_level, name, name_en, n, before, population, merged_code]) => ({
  ...demo,
  ...{ unit_code, margin_code: "gender", margin_name: "Giới tính", margin_name_en: "Gender", category_level },
  ...{
    category_name: name,
    category_name_en: name_en,
    n_responses: n,
    n_status: "ok",
    sum_entering_weight: before,
  },
  ...{ sum_weight: population === null ? 7_900.5 : Number(population), population, merged_code },
  ...(unit_code === "vn"
    ? { unit_name: null, unit_name_en: null }
    : { unit_name: "Hà Nội", unit_name_en: "Ha Noi" }),
  n_merged_responses: merged_code === null ? null : 52,
  ...{ margin_source: "đặt ra cho minh họa", margin_reference_date: null, margin_verified_by: null },
})) as readonly MartRow[];

const weightingResponse: readonly MartRow[] = [
  ["all", 0.9597, 0.9806, null],
  ["region", null, null, 0.0169],
  ["unit_type", null, null, null],
].map(([term_code, r_indicator, r_indicator_adjusted, r_partial]) => ({
  ...demo,
  ...{ term_code, r_indicator, r_indicator_adjusted, r_partial },
  ...{ n_drawn_eligible: 1467, response_share: 0.865 },
})) as readonly MartRow[];

const source2023 = "https://xaydungchinhsach.chinhphu.vn/chi-tiet-bang-xep-hang-par-index-2023-cua-cac-bo";

const ministries = [
  ["btp", "Bộ Tư pháp", "Ministry of Justice", "BTP", "61.86", "28.10", "89.95", "89.96", 1],
  [
    "nhnn",
    "Ngân hàng Nhà nước Việt Nam",
    "State Bank of Vietnam",
    "NHNN",
    "62.67",
    "27.21",
    "89.89",
    "89.88",
    2,
  ],
  ["bct", "Bộ Công Thương", "Ministry of Industry and Trade", "BCT", "54.21", "23.82", "78.03", "78.03", 3],
  ["ttcp", "Thanh tra Chính phủ", "Government Inspectorate", "TTCP", null, null, null, null, null],
] as const;

function ministryScore(ministry: (typeof ministries)[number]): MartRow {
  const [code, name, nameEn, short, appraised, survey, total, sum, rank] = ministry;
  const isHigh = total !== null && Number(total) >= 80;
  return {
    round_code: "2023",
    index_code: "par_ministry",
    provenance: "published",
    unit_code: code,
    unit_name: name,
    unit_name_en: nameEn,
    short_name: short,
    appraised_points: appraised,
    appraised_max: "68.50",
    survey_points: survey,
    survey_max: "31.50",
    total_points: total,
    total_max: "100.00",
    sum_of_parts: sum,
    is_sum_different: total === null ? null : total !== sum,
    index_percent: total,
    index_rank: rank,
    published_rank: rank,
    n_ranked: 3,
    group_code: total === null ? null : isHigh ? "80-90" : "under-80",
    group_name: total === null ? null : isHigh ? "nhóm từ 80 đến 90" : "nhóm dưới 80",
    group_name_en: total === null ? null : isHigh ? "the group 80 to 90" : "the group below 80",
    is_tied_in_print: false,
    score_status: total === null ? "not_published" : "ok",
    reason: total === null ? "được đánh giá nhưng không xếp hạng, kết quả không công bố" : null,
    reason_en: total === null ? "assessed but not ranked, the result is not published" : null,
    source_url: source2023,
  };
}

function history(places: readonly Place[]): readonly MartRow[] {
  const frameworkOf = (year: number) =>
    year < 2016 ? "1294/QĐ-BNV" : year < 2020 ? "4361/QĐ-BNV" : "876/QĐ-BNV";
  const segmentOf = (year: number) => (year < 2016 ? 1 : year < 2020 ? 2 : 3);
  const row = (
    level: "ministry" | "province",
    [code, name, nameEn]: readonly [string, string, string],
    [year, points, rank]: readonly [number, number | null, number | null],
    provenance: "published" | "derived" = "published",
  ): MartRow => ({
    round_code: String(year),
    index_code: `par_${level}`,
    series_code: code,
    unit_level: level,
    unit_code: code === "nation" ? null : code,
    unit_name: name,
    unit_name_en: nameEn,
    year,
    total_points: points,
    index_rank: rank,
    framework_code: frameworkOf(year),
    segment_no: segmentOf(year),
    source_url: source2023,
    provenance,
  });
  const btp = ["btp", "Bộ Tư pháp", "Ministry of Justice"] as const;
  const mean = ["nation", "Trung bình các bộ", "Mean of ministries"] as const;
  const provinceMean = ["nation", "Trung bình các tỉnh", "Mean of provinces"] as const;
  const first = places[0] as Place;
  return [
    row("ministry", btp, [2012, 82.47, 1]),
    row("ministry", btp, [2018, 87, 3]),
    row("ministry", btp, [2020, null, 3]),
    row("ministry", btp, [2021, 91.9, 1]),
    row("ministry", btp, [2022, 90.63, 2]),
    row("ministry", btp, [2023, 89.95, 1]),
    row("ministry", mean, [2013, 77.25, null]),
    row("ministry", mean, [2014, 76.99, null]),
    row("ministry", mean, [2016, 80.94, null]),
    row("ministry", mean, [2019, 85.63, null]),
    row("ministry", mean, [2020, 87.56, null]),
    row("ministry", mean, [2022, 84.05, null], "derived"),
    row("ministry", mean, [2023, 84.38, null]),
    row("province", [first.code, first.name, first.name_en], [2022, 89.58, 3]),
    row("province", [first.code, first.name, first.name_en], [2023, 91.43, 3]),
    row("province", provinceMean, [2013, 77.56, null]),
    row("province", provinceMean, [2014, 81.21, null]),
    row("province", provinceMean, [2016, 74.64, null]),
    row("province", provinceMean, [2019, 81.15, null]),
    row("province", provinceMean, [2021, 86.37, null]),
    row("province", provinceMean, [2022, 84.79, null], "derived"),
    row("province", provinceMean, [2023, 86.98, null]),
  ];
}

const parMeans: readonly MartRow[] = [
  [2023, "nation", "63 tỉnh", "mean_total", 86.98],
  [2023, "nation", "63 tỉnh", "group_a_count", 7],
  [2023, "nation", "63 tỉnh", "group_b_count", 56],
  [2023, "region", "Đồng bằng sông Hồng", "mean_total", 88.33],
  [2022, "region", "Đồng bằng sông Hồng", "mean_total", 86.62],
].map(([year, domain_level, domain_name, component, value]) => ({
  round_code: String(year),
  index_code: "par_province",
  year,
  domain_level,
  domain_name,
  component,
  value,
  source_url: source2023,
  provenance: "published",
}));

const sipasPublished: readonly MartRow[] = [
  [2022, "nation", "Cả nước", "overall", 80.08],
  [2022, "nation", "Cả nước", "policy", 79.72],
  [2022, "nation", "Cả nước", "service", 80.43],
].map(([year, domain_level, domain_name, component, value]) => ({
  round_code: String(year),
  index_code: "sipas",
  year,
  domain_level,
  domain_name,
  component,
  value,
  unit_of_value: "percent",
  index_rank: null,
  source_url: "https://en.sggp.org.vn/vietnamese-people-most-interested-in-policy-post101676.html",
  provenance: "published",
}));

const ruleBacktest: readonly MartRow[] = [
  ["nation-2022", 2022, "Cả nước", 79.72, 80.43, 80.08, "equal_parts", 0.5, 80.075, -0.005],
  ["nation-2024", 2024, "Cả nước", 83.84, 84.09, 83.94, "fitted_weight", 0.38, 83.935, -0.005],
].map(
  ([case_code, year, domain_name, policy, service, published, rule_code, weight, predicted, residual]) => ({
    round_code: String(year),
    index_code: "sipas",
    case_code,
    year,
    domain_name,
    policy_percent: policy,
    service_percent: service,
    published_percent: published,
    rule_code,
    service_weight: weight,
    predicted_percent: predicted,
    residual,
    provenance: "derived",
  }),
);

const methodRules: readonly MartRow[] = [
  ["ties", 1, "Điểm bằng nhau", "Ties", "cùng hạng", "share a rank", "assumed", "par_ministry", "2023"],
  [
    "satisfied_from",
    1,
    "Thế nào là hài lòng",
    "Who counts as satisfied",
    "mức 4 và 5 trên 5",
    "levels 4 and 5 of 5",
    "inferred",
  ],
  ["service_weight", 2, "Tỷ trọng phần dịch vụ", "Weight of the service part", "0,5", "0.5", "inferred"],
  ["nation", 3, "Kết quả cả nước", "National value", "gộp mọi câu trả lời", "all answers pooled", "assumed"],
].map(
  ([
    rule_code,
    rule_order,
    rule_name,
    rule_name_en,
    rule_value,
    rule_value_en,
    rule_status,
    index,
    round,
  ]) => ({
    round_code: round ?? "2022",
    index_code: index ?? "sipas",
    provenance: "derived",
    rule_code,
    rule_order,
    rule_name,
    rule_name_en,
    rule_value,
    rule_value_en,
    rule_status,
    why: "Khớp với số đã công bố năm 2022.",
    why_en: "It agrees with what was published for 2022.",
    source_url: rule_code === "nation" ? null : "https://thuonghieucongluan.com.vn/sipas-2022",
    is_fictional: false,
  }),
);
