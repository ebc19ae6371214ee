import { rule } from "../models/frameworks/rule.ts";
import { groupBy } from "../models/groupBy.ts";
import { type CombineRule, estimateShares } from "../models/officials/estimateShares.ts";
import { nonresponseClasses } from "../models/officials/listedGroups.ts";
import { type Scheme, type ScoredStage, schemes, type UnitParts } from "../models/rankings/alternatives.ts";
import { type OfficialSurvey, officialInputs, readOfficialSurveys } from "./officialSurveys.ts";
import type { Columns, Row } from "./table.ts";

/** The ranked units of one ranking with all that their index is made of. */
export interface RankedParts {
  readonly key: { readonly round_code: string; readonly index_code: string; readonly ranking_code: string };
  readonly provenance: string;
  readonly units: readonly UnitParts[];
}

/** Of each index the newest round: an earlier one is settled, and stands for comparison alone. */
export const partsInputs = {
  inputs: {
    ...officialInputs.inputs,
    ranked: `
      select r.round_code, r.index_code, r.ranking_code, r.unit_code, e.percent_se, r.provenance
      from scores.par_ranks r
      join scores.par_node_errors e
        on e.round_code = r.round_code and e.index_code = r.index_code and e.unit_code = r.unit_code and e.node_code = 'total'
      where r.rank_status = 'ranked'
      qualify r.round_code = max(r.round_code) over (partition by r.index_code, r.is_fictional)
      order by r.round_code, r.index_code, r.ranking_code, r.unit_code`,
    areas: `
      select p.round_code, p.index_code, p.unit_code, p.node_code, p.stage_code, p.self_scored_points, p.max_points
      from scores.par_node_points p
      where p.node_depth = 1 and p.stage_code in ('self', 'appraised_1', 'final')
      order by p.round_code, p.index_code, p.unit_code, p.node_order, p.stage_order`,
    surveyed: `
      select p.round_code, p.index_code, p.unit_code, p.node_code, p.node_kind, p.is_surveyed, p.points, p.max_points, s.share, n.rule_json
      from scores.par_leaf_points p
      join spec.framework_nodes n using (framework_code, unit_level, node_code)
      left join scores.par_survey_points s
        on s.round_code = p.round_code and s.index_code = p.index_code and s.unit_code = p.unit_code and s.node_code = p.node_code
      where p.stage_code = 'final' and p.node_kind in ('survey', 'sipas') and p.score_status = 'scored'
      order by all`,
  },
  wide: officialInputs.wide,
};

const unitKey = (row: Row) => `${row["round_code"]}/${row["index_code"]}/${row["unit_code"]}`;

export function readRankedParts(
  inputs: Readonly<Record<string, readonly Row[]>>,
  wide: Readonly<Record<string, Columns>>,
): RankedParts[] {
  const { ranked = [], areas = [], surveyed = [] } = inputs;
  const surveys = new Map(
    readOfficialSurveys(inputs, wide).map((own) => [unitKey(own.key as unknown as Row), own]),
  );
  const areasOf = groupBy(areas, unitKey);
  const surveyedOf = groupBy(surveyed, unitKey);
  return [
    ...groupBy(ranked, (row) =>
      [row["round_code"], row["index_code"], row["ranking_code"]].join("/"),
    ).values(),
  ].map((own) => {
    const first = own[0] as Row;
    return {
      key: {
        round_code: String(first["round_code"]),
        index_code: String(first["index_code"]),
        ranking_code: String(first["ranking_code"]),
      },
      provenance: own.some((row) => row["provenance"] === "illustrative") ? "illustrative" : "derived",
      units: own.map((row) =>
        toParts(
          row,
          areasOf.get(unitKey(row)) ?? [],
          surveyedOf.get(unitKey(row)) ?? [],
          surveys.get(unitKey(row)),
        ),
      ),
    };
  });
}

function toParts(
  unit: Row,
  areas: readonly Row[],
  surveyed: readonly Row[],
  survey: OfficialSurvey | undefined,
): UnitParts {
  const shares = survey === undefined ? new Map() : sharesByScheme(survey);
  return {
    code: String(unit["unit_code"]),
    se: Number(unit["percent_se"] ?? 0),
    areas: [...groupBy(areas, (row) => String(row["node_code"]))].map(([code, stages]) => {
      const own = surveyed.filter((leaf) => String(leaf["node_code"]).startsWith(`${code}.`));
      const entered = own
        .filter((leaf) => leaf["is_surveyed"] !== true)
        .reduce((sum, leaf) => sum + Number(leaf["points"]), 0);
      const at = (stage: ScoredStage) => {
        const row = stages.find((each) => each["stage_code"] === stage);
        return Number(row?.["self_scored_points"] ?? 0) + entered;
      };
      return {
        code,
        fixed: { final: at("final"), appraised_1: at("appraised_1"), self: at("self") },
        max: Number(stages.find((row) => row["stage_code"] === "final")?.["max_points"]),
        leaves: own
          .filter((leaf) => leaf["is_surveyed"] === true)
          .map((leaf) => ({
            kind: leaf["node_kind"] as "survey" | "sipas",
            max: Number(leaf["max_points"]),
            rule: rule.parse(JSON.parse(String(leaf["rule_json"]))),
            shares:
              leaf["node_kind"] === "survey"
                ? shares.get(String(leaf["node_code"]))
                : (Object.fromEntries(schemes.map((scheme) => [scheme, Number(leaf["share"])])) as Record<
                    Scheme,
                    number
                  >),
          })),
      };
    }),
  };
}

/** Shares of each leaf of officials under every scheme; the round's own where another gives none. */
function sharesByScheme({
  groups,
  classes,
  leaves,
  combine,
  mergeBelow,
}: OfficialSurvey): Map<string, Readonly<Record<Scheme, number>>> {
  const quantities = leaves.map(({ items }) => items);
  const by = (weights: readonly (number | null)[], rule: CombineRule = combine) =>
    estimateShares(
      nonresponseClasses(
        groups.map((group, g) => ({ ...group, weight: weights[g] ?? null })),
        mergeBelow,
      ),
      quantities,
      rule,
    ).shares;
  const together = groups.flatMap(({ answers }) => answers);
  const listed = groups.reduce((sum, group) => sum + group.listed, 0);
  const made: Readonly<Record<Scheme, readonly (number | null)[]>> = {
    reference: estimateShares(classes, quantities, combine).shares,
    by_list: by(groups.map(() => null)),
    equal_groups: by(groups.map(() => 1 / groups.length)),
    plain: estimateShares([{ codes: ["all"], listed, weight: 1, answers: together }], quantities, combine)
      .shares,
    pooled_items: estimateShares(classes, quantities, "pooled_answers").shares,
  };
  return new Map(
    leaves.map(({ code }, q) => [
      code,
      Object.fromEntries(
        schemes.map((scheme) => [scheme, made[scheme][q] ?? made.reference[q] ?? 0]),
      ) as Record<Scheme, number>,
    ]),
  );
}
