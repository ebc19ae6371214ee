import { indexLevel } from "../rounds/indexLevel.ts";
import { methodRules } from "../rounds/methodRules.ts";
import type { IndexCode, ParIndex, SipasIndex } from "../rounds/round.ts";
import { unitRegistry } from "../units/unitRegistry.ts";
import type { RoundSpec, Spec } from "./spec.ts";
import { type SpecTable, specTable } from "./specTable.ts";

const key = { round_code: "VARCHAR", index_code: "VARCHAR" } as const;

/** What every round fixes, one table a kind of fact; nothing is there for a round without it. */
export function roundTables(spec: Spec): SpecTable[] {
  return [rounds(spec), roundUnits(spec), methodRulesTable(spec), ...sipasTables(spec), ...parTables(spec)];
}

function rounds(spec: Spec): SpecTable {
  return specTable(
    "spec.rounds",
    {
      round_code: "VARCHAR",
      round_name: "VARCHAR",
      round_name_en: "VARCHAR",
      reference_date: "DATE",
      printed_date: "DATE",
    },
    spec.rounds.map(({ round }) => ({
      round_code: round.round,
      round_name: round.name.vi,
      round_name_en: round.name.en,
      reference_date: round.reference_date,
      printed_date: round.printed_date,
    })),
  );
}

/** The units of each index of each round, under the names they bear on the reference date. */
function roundUnits(spec: Spec): SpecTable {
  const registry = unitRegistry(spec);
  return specTable(
    "spec.round_units",
    {
      ...key,
      unit_code: "VARCHAR",
      unit_level: "VARCHAR",
      unit_name: "VARCHAR",
      unit_name_en: "VARCHAR",
      short_name: "VARCHAR",
      unit_type: "VARCHAR",
      region_code: "VARCHAR",
      population_2019: "BIGINT",
      is_ranked: "BOOLEAN",
      reason: "VARCHAR",
      reason_en: "VARCHAR",
      reason_source_url: "VARCHAR",
    },
    indicesOf(spec).flatMap(({ round: { round }, index }) =>
      registry.unitsOn(indexLevel(index), round.reference_date).map((unit) => {
        const unpublished =
          index === "sipas"
            ? undefined
            : round.indices[index]?.unpublished.find((row) => row.unit === unit.unit_code);
        return {
          round_code: round.round,
          index_code: index,
          ...unit,
          is_ranked: unpublished === undefined,
          reason: unpublished?.reason.vi ?? null,
          reason_en: unpublished?.reason.en ?? null,
          reason_source_url: unpublished?.source ?? null,
        };
      }),
    ),
  );
}

function methodRulesTable(spec: Spec): SpecTable {
  return specTable(
    "spec.method_rules",
    {
      ...key,
      rule_code: "VARCHAR",
      rule_order: "INTEGER",
      rule_name: "VARCHAR",
      rule_name_en: "VARCHAR",
      rule_value: "VARCHAR",
      rule_value_en: "VARCHAR",
      rule_status: "VARCHAR",
      why: "VARCHAR",
      why_en: "VARCHAR",
      source_url: "VARCHAR",
    },
    spec.rounds.flatMap((each) =>
      methodRules(each).map((rule, i) => ({
        round_code: each.round.round,
        index_code: rule.index,
        rule_code: rule.code,
        rule_order: i + 1,
        rule_name: rule.name.vi,
        rule_name_en: rule.name.en,
        rule_value: rule.value.vi,
        rule_value_en: rule.value.en,
        rule_status: rule.status,
        why: rule.why.vi,
        why_en: rule.why.en,
        source_url: rule.source,
      })),
    ),
  );
}

function sipasTables(spec: Spec): SpecTable[] {
  const surveys = spec.rounds.flatMap((each) => {
    const sipas = each.round.indices.sipas;
    return sipas === undefined
      ? []
      : [{ ...each, sipas, id: { round_code: each.round.round, index_code: "sipas" } }];
  });
  return [
    specTable(
      "spec.sipas_rules",
      {
        ...key,
        instrument_code: "VARCHAR",
        satisfied_from: "INTEGER",
        denominator: "VARCHAR",
        factor_rule: "VARCHAR",
        part_rule: "VARCHAR",
        service_weight: "DOUBLE",
        nation_rule: "VARCHAR",
        minimum_n: "INTEGER",
        opens_at: "TIMESTAMP",
        closes_at: "TIMESTAMP",
        shown_recipe: "VARCHAR",
        duplicate_keeps: "VARCHAR",
      },
      surveys.map(({ id, sipas, cleaning }) => ({
        ...id,
        ...ruleValues(sipas),
        duplicate_keeps: cleaning?.duplicate_keeps.value ?? null,
      })),
    ),
    specTable(
      "spec.sipas_recipes",
      { ...key, recipe_code: "VARCHAR", recipe_order: "INTEGER", is_shown: "BOOLEAN" },
      surveys.flatMap(({ id, sipas }) =>
        sipas.recipes.map((recipe_code, i) => ({
          ...id,
          recipe_code,
          recipe_order: i + 1,
          is_shown: recipe_code === sipas.shown_recipe,
        })),
      ),
    ),
    specTable(
      "spec.stages",
      { ...key, stage_code: "VARCHAR", stage_order: "INTEGER" },
      surveys.flatMap(({ id, sipas }) =>
        sipas.stages.value.map((stage_code, i) => ({ ...id, stage_code, stage_order: i + 1 })),
      ),
    ),
    specTable(
      "spec.exclusions",
      {
        ...key,
        reason_code: "VARCHAR",
        reason_order: "INTEGER",
        reason_name: "VARCHAR",
        reason_name_en: "VARCHAR",
        rule_status: "VARCHAR",
      },
      surveys.flatMap(({ id, cleaning }) =>
        (cleaning?.exclusions ?? []).map((row, i) => ({
          ...id,
          reason_code: row.reason,
          reason_order: i + 1,
          reason_name: row.name.vi,
          reason_name_en: row.name.en,
          rule_status: row.status,
        })),
      ),
    ),
    specTable(
      "spec.raking",
      {
        ...key,
        margin_code: "VARCHAR",
        margin_order: "INTEGER",
        tolerance: "DOUBLE",
        max_iterations: "INTEGER",
      },
      surveys.flatMap(({ id, weighting }) =>
        (weighting?.raking.margins ?? []).map((margin_code, i) => ({
          ...id,
          margin_code,
          margin_order: i + 1,
          tolerance: weighting?.raking.tolerance ?? null,
          max_iterations: weighting?.raking.max_iterations ?? null,
        })),
      ),
    ),
    specTable(
      "spec.margins",
      {
        ...key,
        unit_code: "VARCHAR",
        margin_code: "VARCHAR",
        category_code: "VARCHAR",
        population: "BIGINT",
        provenance: "VARCHAR",
        source: "VARCHAR",
      },
      surveys.flatMap(({ id, margins }) => margins.map((row) => ({ ...id, ...row }))),
    ),
  ];
}

function ruleValues({ instrument, rules, fieldwork, shown_recipe }: SipasIndex) {
  return {
    instrument_code: instrument,
    satisfied_from: rules.satisfied_from.value,
    denominator: rules.denominator.value,
    factor_rule: rules.factor.value,
    part_rule: rules.part.value,
    service_weight: rules.service_weight.value,
    nation_rule: rules.nation.value,
    minimum_n: rules.minimum_n.value,
    opens_at: startOfDay(fieldwork.opens),
    closes_at: startOfDay(fieldwork.closes, 1), // the first moment that is too late
    shown_recipe,
  };
}

/** The day's first moment in Viet Nam (UTC+7 all year), as a UTC timestamp. */
function startOfDay(date: string, daysLater = 0): string {
  const instant = new Date(Date.parse(`${date}T00:00:00+07:00`) + daysLater * 86_400_000);
  return instant.toISOString().slice(0, 19).replace("T", " ");
}

function parTables(spec: Spec): SpecTable[] {
  const each = <Row>(
    toRows: (id: { round_code: string; index_code: string }, par: ParIndex) => readonly Row[],
  ): Row[] =>
    indicesOf(spec).flatMap(({ round: { round }, index }) => {
      const par = index === "sipas" ? undefined : round.indices[index];
      return par === undefined ? [] : toRows({ round_code: round.round, index_code: index }, par);
    });
  return [
    specTable(
      "spec.par_rules",
      { ...key, framework_code: "VARCHAR", ties: "VARCHAR" },
      each((id, par) => [{ ...id, framework_code: par.framework, ties: par.ties.value }]),
    ),
    specTable(
      "spec.par_blocks",
      {
        ...key,
        block_code: "VARCHAR",
        block_order: "INTEGER",
        block_name: "VARCHAR",
        block_name_en: "VARCHAR",
        max_points: "DECIMAL(18,9)",
      },
      each((id, par) =>
        par.blocks.map((block, i) => ({
          ...id,
          block_code: block.code,
          block_order: i + 1,
          block_name: block.name.vi,
          block_name_en: block.name.en,
          max_points: block.max_points,
        })),
      ),
    ),
    specTable(
      "spec.par_groups", // a unit's group is the first, in order, whose bounds its index keeps
      {
        ...key,
        group_code: "VARCHAR",
        group_order: "INTEGER",
        group_name: "VARCHAR",
        group_name_en: "VARCHAR",
        from_percent: "DECIMAL(18,9)",
        above_percent: "DECIMAL(18,9)",
        below_percent: "DECIMAL(18,9)",
      },
      each((id, par) =>
        par.groups.value.map((group, i) => ({
          ...id,
          group_code: group.code,
          group_order: i + 1,
          group_name: group.name.vi,
          group_name_en: group.name.en,
          from_percent: group.from ?? null,
          above_percent: group.above ?? null,
          below_percent: group.below ?? null,
        })),
      ),
    ),
  ];
}

function indicesOf(spec: Spec): { round: RoundSpec; index: IndexCode }[] {
  const codes: readonly IndexCode[] = ["sipas", "par_ministry", "par_province"];
  return spec.rounds.flatMap((round) =>
    codes.filter((index) => round.round.indices[index] !== undefined).map((index) => ({ round, index })),
  );
}
