import { indexLevel } from "../rounds/indexLevel.ts";
import { methodRules } from "../rounds/methodRules.ts";
import { unitRegistry } from "../units/unitRegistry.ts";
import { cleaningTables } from "./cleaningTables.ts";
import { parTables } from "./parTables.ts";
import { indexKey, roundIndices } from "./roundIndices.ts";
import { sipasTables } from "./sipasTables.ts";
import type { Spec } from "./spec.ts";
import { type SpecTable, specTable } from "./specTable.ts";

/** What every round fixes, one table a kind of fact; nothing is there for a round without it. */
export function roundTables(spec: Spec): SpecTable[] {
  return [
    rounds(spec),
    roundUnits(spec),
    methodRulesTable(spec),
    ...sipasTables(spec),
    ...cleaningTables(spec),
    ...parTables(spec),
  ];
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
      ...indexKey,
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
    roundIndices(spec).flatMap(({ round: { round }, index }) =>
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
      ...indexKey,
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
      is_fictional: "BOOLEAN",
    },
    spec.rounds.flatMap((each) =>
      methodRules(each, spec.instruments).map((rule, i) => ({
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
        is_fictional: rule.isAboutFictional,
      })),
    ),
  );
}
