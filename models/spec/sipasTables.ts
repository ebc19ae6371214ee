import type { SipasIndex } from "../rounds/round.ts";
import { indexKey } from "./roundIndices.ts";
import type { Spec } from "./spec.ts";
import { type SpecTable, specTable } from "./specTable.ts";
import { startOfDay } from "./startOfDay.ts";
import { weightingTables } from "./weightingTables.ts";

/** What each round fixes for SIPAS: rules, recipes, stages, exclusions, weighting and its margins. */
export function sipasTables(spec: Spec): SpecTable[] {
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
        ...indexKey,
        instrument_code: "VARCHAR",
        satisfied_from: "INTEGER",
        denominator: "VARCHAR",
        factor_rule: "VARCHAR",
        part_rule: "VARCHAR",
        service_weight: "DOUBLE",
        nation_rule: "VARCHAR",
        minimum_n: "INTEGER",
        minimum_count: "INTEGER",
        dominance_n: "INTEGER",
        dominance_percent: "DOUBLE",
        secondary_rule: "VARCHAR",
        earlier_rule: "VARCHAR",
        interval_rule: "VARCHAR",
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
      { ...indexKey, recipe_code: "VARCHAR", recipe_order: "INTEGER", is_shown: "BOOLEAN" },
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
      "spec.sipas_comparability",
      {
        ...indexKey,
        earlier_round: "VARCHAR",
        is_comparable: "BOOLEAN",
        rule_status: "VARCHAR",
        reason: "VARCHAR",
        reason_en: "VARCHAR",
      },
      surveys.flatMap(({ id, sipas }) =>
        sipas.comparable_with.map(({ round, value, status, why }) => ({
          ...id,
          earlier_round: round,
          is_comparable: value,
          rule_status: status,
          reason: why.vi,
          reason_en: why.en,
        })),
      ),
    ),
    specTable(
      "spec.stages",
      { ...indexKey, stage_code: "VARCHAR", stage_order: "INTEGER" },
      surveys.flatMap(({ id, sipas }) =>
        sipas.stages.value.map((stage_code, i) => ({ ...id, stage_code, stage_order: i + 1 })),
      ),
    ),
    specTable(
      "spec.exclusions",
      {
        ...indexKey,
        reason_code: "VARCHAR",
        reason_order: "INTEGER",
        reason_name: "VARCHAR",
        reason_name_en: "VARCHAR",
        rule_status: "VARCHAR",
      },
      surveys.flatMap(({ id, cleaning, recheckDecisions }) =>
        [
          ...(cleaning?.exclusions ?? []),
          ...(recheckDecisions.some(({ decision }) => decision === "void") ? [voidedByRecheck] : []),
        ].map((row, i) => ({
          ...id,
          reason_code: row.reason,
          reason_order: i + 1,
          reason_name: row.name.vi,
          reason_name_en: row.name.en,
          rule_status: row.status,
        })),
      ),
    ),
    ...weightingTables(surveys),
    specTable(
      "spec.margins",
      {
        ...indexKey,
        unit_code: "VARCHAR",
        margin_code: "VARCHAR",
        category_code: "VARCHAR",
        population: "BIGINT",
        provenance: "VARCHAR",
        source: "VARCHAR",
        reference_date: "VARCHAR",
        verified_by: "VARCHAR",
      },
      surveys.flatMap(({ id, margins }) => margins.map((row) => ({ ...id, ...row }))),
    ),
  ];
}

/** Forms of a batch that a signed decision voids. */
const voidedByRecheck = {
  reason: "voided_by_recheck",
  name: { vi: "Bị hủy sau phúc tra", en: "Voided after a recheck" },
  status: "confirmed",
} as const;

function ruleValues({ instrument, rules, fieldwork, shown_recipe }: SipasIndex) {
  const dominance = rules.dominance.value;
  return {
    instrument_code: instrument,
    satisfied_from: rules.satisfied_from.value,
    denominator: rules.denominator.value,
    factor_rule: rules.factor.value,
    part_rule: rules.part.value,
    service_weight: rules.service_weight.value,
    nation_rule: rules.nation.value,
    minimum_n: rules.minimum_n.value,
    minimum_count: rules.minimum_count.value,
    dominance_n: dominance === "none" ? null : dominance.n,
    dominance_percent: dominance === "none" ? null : dominance.k,
    secondary_rule: rules.secondary.value,
    earlier_rule: rules.earlier_releases.value,
    interval_rule: rules.interval.value,
    opens_at: startOfDay(fieldwork.opens),
    closes_at: startOfDay(fieldwork.closes, 1), // the first moment that is too late
    shown_recipe,
  };
}
