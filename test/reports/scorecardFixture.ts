import type { UnitReader } from "../../reports/reader.ts";
import type { MartRow } from "../../reports/sections.ts";

/** A unit that does not exist, for the pages of scorecards. */
export const fictionalProvince: UnitReader = {
  kind: "province",
  unit_code: "minh-hoa-tinh-01",
  unit_name: "Tỉnh 01",
  unit_name_en: "Province 01",
  is_fictional: true,
};

const unit = {
  round_code: "2023",
  index_code: "par_province",
  unit_code: fictionalProvince.unit_code,
  unit_name: fictionalProvince.unit_name,
  unit_name_en: fictionalProvince.unit_name_en,
  is_fictional: true,
  provenance: "illustrative",
};

interface Leaf {
  readonly code: string;
  readonly max: number;
  readonly claim: number | null; // null: surveyed
  readonly final: number;
  readonly kind: string;
  readonly lossKind: string;
  readonly reason?: string;
  readonly nRounds?: readonly [comparable: number, lost: number];
}

const areas = [
  ["1", "Cải cách thể chế", "Institutional reform"],
  ["2", "Tác động của CCHC đến người dân, tổ chức và phát triển KT-XH", "Impact of reform"],
] as const;

/** 100 points; 3 + 10.125 + 12 of them lost. */
const leaves: readonly Leaf[] = [
  {
    code: "1.1",
    max: 40,
    claim: 40,
    final: 37,
    kind: "appraised",
    lossKind: "lowered",
    reason: "Thẩm định lần 1: Tài liệu minh họa chưa đủ căn cứ",
    nRounds: [2, 2],
  },
  {
    code: "1.2",
    max: 30,
    claim: 19.875,
    final: 19.875,
    kind: "appraised",
    lossKind: "claimed",
    nRounds: [2, 1],
  },
  { code: "2.1", max: 10, claim: 10, final: 10, kind: "statistic", lossKind: "none" },
  { code: "2.2", max: 20, claim: null, final: 8, kind: "survey", lossKind: "surveyed" },
];

const inArea = (area: string) => leaves.filter(({ code }) => area === "total" || code.startsWith(`${area}.`));
const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((all, value) => all + (value ?? 0), 0);
const decimal = (value: number) => value.toFixed(9);

/** marts.par_nodes of total and areas at the stages that pages show. */
export function parNodes(): readonly MartRow[] {
  const nodes = [["total", "Tổng điểm", "Total"] as const, ...areas];
  return (["self", "appraised_1", "final"] as const).flatMap((stage, stageOrder) =>
    nodes.map(([code, name, nameEn], order): MartRow => {
      const own = inArea(code);
      const claimed = own.filter(({ claim }) => claim !== null);
      const shown = stage === "final" ? own : claimed;
      const points = sum(shown.map(({ claim, final }) => (stage === "self" ? claim : final)));
      const max = sum(shown.map((leaf) => leaf.max));
      const self = sum(claimed.map(({ claim }) => claim));
      const selfScored = sum(claimed.map(({ claim, final }) => (stage === "self" ? claim : final)));
      const isRanked = code === "total" && stage === "final";
      return {
        ...unit,
        framework_code: "minh-hoa-province",
        node_code: code,
        node_order: order,
        node_depth: code === "total" ? 0 : 1,
        node_name: name,
        node_name_en: nameEn,
        stage_code: stage,
        stage_order: stageOrder,
        points: decimal(points),
        max_points: decimal(max),
        points_share: points / max,
        lost_points: decimal(max - points),
        self_points: decimal(self),
        self_scored_points: decimal(selfScored),
        gap_points: decimal(selfScored - self),
        n_missing: 0,
        points_low: stage === "final" && code !== "1" ? points - 1.25 : null,
        points_high: stage === "final" && code !== "1" ? points + 1.25 : null,
        points_error_status: stage !== "final" ? null : code === "1" ? "fixed" : "ok",
        index_rank: isRanked ? 2 : null,
        n_ranked: isRanked ? 3 : null,
      };
    }),
  );
}

/** marts.par_comparisons: of three units ranked together, one is alone in its region; nobody of its group is ranked. */
export function parComparisons(): readonly MartRow[] {
  return parNodes()
    .filter(({ stage_code }) => stage_code === "final")
    .map(({ node_code, node_order, node_name, node_name_en, points_share }): MartRow => {
      const percent = 100 * Number(points_share);
      const isFixed = node_code === "1";
      return {
        ...unit,
        ranking_code: "fictional:minh-hoa-province",
        ...{ node_code, node_order, node_name, node_name_en },
        percent,
        percent_se: isFixed ? null : 0.5,
        percent_df: isFixed ? null : 12,
        percent_low: isFixed ? null : percent - 1,
        percent_high: isFixed ? null : percent + 1,
        percent_status: isFixed ? "fixed" : "ok",
        n_units: 3,
        mean_percent: percent - 2,
        mean_percent_low: isFixed ? null : percent - 2.5,
        mean_percent_high: isFixed ? null : percent - 1.5,
        mean_percent_status: isFixed ? "fixed" : "ok",
        median_percent: percent,
        best_percent: percent + 3,
        region_name: "Vùng minh họa 1",
        region_name_en: "Illustrative region 1",
        region_n: 1,
        region_percent: percent,
        region_percent_low: isFixed ? null : percent - 1,
        region_percent_high: isFixed ? null : percent + 1,
        group_name: null,
        group_name_en: null,
        group_n: null,
        group_percent: null,
        unit_type: "province",
        type_n: 2,
        type_percent: percent - 1,
      };
    });
}

const nothing = {
  area_code: null,
  area_name: null,
  area_name_en: null,
  loss_kind: null,
  reason: null,
  reason_en: null,
  department_name: null,
  department_name_en: null,
  department_status: null,
  n_rounds_comparable: null,
  n_rounds_lost: null,
  lost_points_se: null,
  lost_points_df: null,
  lost_points_low: null,
  lost_points_high: null,
};

/** marts.par_lost_points: the leaves of the fictional unit, and the two published blocks of the Ministry of Justice. */
export function parLostPoints(): readonly MartRow[] {
  const whole = sum(leaves.map(({ max, final }) => max - final));
  const byLoss = [...leaves].sort((a, b) => b.max - b.final - (a.max - a.final));
  const ofLeaf = (leaf: Leaf, order: number): MartRow => {
    const [area, areaName, areaNameEn] = areas.find(([code]) => leaf.code.startsWith(code)) ?? areas[0];
    const lost = leaf.max - leaf.final;
    return {
      ...nothing,
      ...unit,
      part_level: "leaf",
      node_code: leaf.code,
      node_order: order + 1,
      node_name: `Tiêu chí minh họa ${leaf.code}`,
      node_name_en: `Illustrative criterion ${leaf.code}`,
      node_kind: leaf.kind,
      area_code: area,
      area_name: areaName,
      area_name_en: areaNameEn,
      max_points: decimal(leaf.max),
      points: decimal(leaf.final),
      self_points: leaf.claim === null ? null : decimal(leaf.claim),
      lost_points: decimal(lost),
      lost_share: lost / whole,
      lost_order: byLoss.indexOf(leaf) + 1,
      unit_lost_points: decimal(whole),
      loss_kind: leaf.lossKind,
      lost_status: "ok",
      reason: leaf.reason ?? null,
      reason_en: leaf.reason ?? null,
      department_name: `Sở minh họa ${area}`,
      department_name_en: `Illustrative department ${area}`,
      department_status: "assumed",
      n_rounds_comparable: leaf.nRounds?.[0] ?? 1,
      n_rounds_lost: leaf.nRounds?.[1] ?? 1,
      error_status: leaf.kind === "survey" ? "not_estimable" : "not_applicable",
    };
  };
  return [...leaves.map(ofLeaf), ...justiceBlocks()];
}

/** The leaves of the fictional unit that it can lift itself, for `models/whatIf`. */
export const liftableLeaves = leaves
  .filter(({ kind }) => kind !== "survey")
  .map(({ code, kind, final, max }) => ({ code, kind, points: decimal(final), max: decimal(max) }));

/** marts.par_what_if_parts: those leaves, and two goals. */
export function parWhatIfParts(): readonly MartRow[] {
  const total = {
    ...unit,
    ...{ total_points: "74.875000000", total_max_points: "100.000000000" },
    ...{ total_low: 73.1, total_high: 76.65 },
  };
  const noLeaf = { node_code: null, node_name: null, node_name_en: null, points: null, max_points: null };
  const noGoal = { goal_kind: null, goal_size: null, goal_needed_points: null };
  return [
    ...liftableLeaves.map(({ code, points, max }, i) => ({
      ...{ ...total, ...noGoal, part_kind: "leaf", part_order: i + 1, node_code: code, points },
      ...{ node_name: `Tiêu chí minh họa ${code}`, node_name_en: `Illustrative criterion ${code}` },
      max_points: max,
    })),
    ...[
      ["ranks", 1, "2.500000000"],
      ["points", 5, "5.000000000"],
    ].map(([goal_kind, goal_size, goal_needed_points], i) => ({
      ...{ ...total, ...noLeaf, part_kind: "goal", part_order: i + 1 },
      ...{ goal_kind, goal_size, goal_needed_points },
    })),
  ];
}

/** marts.par_changes: total and areas of the fictional unit against a comparable year before. */
export function parChanges(): readonly MartRow[] {
  const none = { n_ranked: null, earlier_rank: null, index_rank: null, rank_change: null };
  const change = (code: string, name: string, nameEn: string, order: number): MartRow => ({
    ...unit,
    ...none,
    own_change: null,
    others_change: null,
    ranking_code: "fictional:minh-hoa-province",
    earlier_round: "2022",
    comparison_kind: "same_framework",
    node_code: code,
    node_name: name,
    node_name_en: nameEn,
    node_order: order,
    earlier_percent: 70.5,
    percent: 72.25,
    change_percent: 1.75,
    change_percent_df: null,
    change_percent_low: null,
    change_percent_high: null,
    change_percent_status: "fixed",
    rank_status: null,
  });
  const total = {
    ...change("total", "Tổng điểm", "Total", 0),
    change_percent_df: 41.5,
    change_percent_low: -0.5,
    change_percent_high: 4,
    change_percent_status: "ok",
    rank_status: "ok",
    n_ranked: 3,
    earlier_rank: 3,
    index_rank: 2,
    rank_change: -1,
    own_change: -0.5,
    others_change: -0.5,
  };
  return [total, ...areas.map(([code, name, nameEn], i) => change(code, name, nameEn, i + 1))];
}

/** marts.par_what_if: a plan of one leaf for one rank, and a goal that no plan reaches. */
export function parWhatIf(): readonly MartRow[] {
  const goal = { ...unit, needed_points: "2.500000000", spare_points: "0.500000000", rank_before: 2 };
  return [
    {
      ...goal,
      goal_kind: "ranks",
      goal_size: 1,
      goal_order: 1,
      plan_status: "planned",
      plan_order: 1,
      n_leaves: 1,
      node_code: "1.1",
      node_name: "Tiêu chí minh họa 1.1",
      node_name_en: "Illustrative criterion 1.1",
      points: "37.000000000",
      gain_points: "3.000000000",
      total_after_points: "77.875000000",
      total_after_low: 76.1,
      total_after_high: 79.65,
      rank_after: 1,
    },
    {
      ...goal,
      goal_kind: "points",
      goal_size: 5,
      goal_order: 4,
      plan_status: "out_of_reach",
      plan_order: 0,
      n_leaves: 0,
      node_code: null,
      node_name: null,
      node_name_en: null,
      points: null,
      gain_points: null,
      total_after_points: "74.875000000",
      total_after_low: null,
      total_after_high: null,
      rank_after: 2,
    },
  ];
}

/** marts.par_origins: total, areas and leaves. */
export function parOrigins(): readonly MartRow[] {
  const stage = { stage_code: "final", stage_name: "Kết quả cuối cùng", stage_name_en: "Final" };
  const nothing = {
    rule_words: null,
    rule_words_en: null,
    declared: null,
    declared_en: null,
    rule_points: null,
  };
  const groups = parNodes()
    .filter((row) => row["stage_code"] === "final")
    .map(
      (row): MartRow => ({
        ...row,
        ...stage,
        ...nothing,
        n_children: 2,
        node_order: row["node_code"] === "total" ? 0 : Number(row["node_code"]) * 10,
      }),
    );
  return [
    ...groups,
    ...leaves.map(
      (leaf): MartRow => ({
        ...unit,
        ...stage,
        node_code: leaf.code,
        node_order: Number(leaf.code) * 10,
        node_depth: 2,
        node_name: `Tiêu chí minh họa ${leaf.code}`,
        node_name_en: `Illustrative criterion ${leaf.code}`,
        node_kind: leaf.kind,
        n_children: 0,
        rule_words: "Mỗi đơn vị đếm: 1,00 điểm",
        rule_words_en: "1.00 points each",
        declared: `Số văn bản: ${leaf.final}`,
        declared_en: `Documents: ${leaf.final}`,
        rule_points: decimal(leaf.final),
        self_points: leaf.claim === null ? null : decimal(leaf.claim),
        points: decimal(leaf.final),
        max_points: decimal(leaf.max),
      }),
    ),
  ];
}

function justiceBlocks(): readonly MartRow[] {
  return (
    [
      ["appraised", "Điểm thẩm định", "Appraised points", "68.5", "61.86", "6.64"],
      ["survey", "Điểm điều tra xã hội học", "Survey points", "31.5", "28.1", "3.4"],
    ] as const
  ).map(([code, name, nameEn, max, points, lost], order) => ({
    ...nothing,
    round_code: "2023",
    index_code: "par_ministry",
    unit_code: "btp",
    unit_name: "Bộ Tư pháp",
    unit_name_en: "Ministry of Justice",
    is_fictional: false,
    provenance: "derived",
    part_level: "block",
    node_code: code,
    node_order: order + 1,
    node_name: name,
    node_name_en: nameEn,
    node_kind: "block",
    max_points: max,
    points,
    self_points: null,
    lost_points: lost,
    lost_share: Number(lost) / 10.05,
    lost_order: order + 1,
    unit_lost_points: "10.05",
    lost_status: "ok",
    error_status: code === "survey" ? "not_estimable" : "not_applicable",
  }));
}
