import type { ParIndex } from "../rounds/round.ts";
import { indexKey, roundIndices } from "./roundIndices.ts";
import type { Spec } from "./spec.ts";
import { type SpecTable, specTable } from "./specTable.ts";

/** What each round fixes for a PAR INDEX: framework and ties, switches of scoring, blocks of points, groups. */
export function parTables(spec: Spec): SpecTable[] {
  const each = <Row>(
    toRows: (id: { round_code: string; index_code: string }, par: ParIndex) => readonly Row[],
  ): Row[] =>
    roundIndices(spec).flatMap(({ round: { round }, index }) => {
      const par = index === "sipas" ? undefined : round.indices[index];
      return par === undefined ? [] : toRows({ round_code: round.round, index_code: index }, par);
    });
  return [
    specTable(
      "spec.par_rules",
      { ...indexKey, framework_code: "VARCHAR", ties: "VARCHAR" },
      each((id, par) => [{ ...id, framework_code: par.framework, ties: par.ties.value }]),
    ),
    specTable(
      "spec.par_scoring", // what a scorecard of the round may hold besides points
      {
        ...indexKey,
        allows_not_applicable: "BOOLEAN",
        allows_bonus: "BOOLEAN",
        allows_penalty: "BOOLEAN",
        allows_withholding: "BOOLEAN",
      },
      each((id, { scoring }) => [
        {
          ...id,
          allows_not_applicable: scoring?.not_applicable?.value ?? false,
          allows_bonus: scoring?.bonus?.value ?? false,
          allows_penalty: scoring?.penalty?.value ?? false,
          allows_withholding: scoring?.withholding?.value ?? false,
        },
      ]),
    ),
    specTable(
      "spec.par_blocks",
      {
        ...indexKey,
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
        ...indexKey,
        group_code: "VARCHAR",
        group_order: "INTEGER",
        group_name: "VARCHAR",
        group_name_en: "VARCHAR",
        from_percent: "DECIMAL(18,9)",
        above_percent: "DECIMAL(18,9)",
        below_percent: "DECIMAL(18,9)",
        is_confirmed: "BOOLEAN",
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
          is_confirmed: group.is_confirmed,
        })),
      ),
    ),
  ];
}
