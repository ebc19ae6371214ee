import { UsageError } from "../../models/errors.ts";
import type {
  Cause,
  DifferenceStatus,
  NodeDifference,
  PointsDifference,
  UnitMovement,
  WarehouseDiff,
} from "../../models/recipes/warehouseDiff.ts";
import { confidenceInterval } from "../../models/statistics/confidenceInterval.ts";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import type { Row } from "../../sql/table.ts";
import { sha256 } from "../files.ts";
import { type Connected, connect, type WarehouseOptions } from "../warehouse/connection.ts";
import { readRows } from "../warehouse/readRows.ts";
import { compareEstimates, type DifferenceErrors, errorKey } from "./compareEstimates.ts";
import type { NamedWarehouse } from "./resolveWarehouse.ts";

/** Compares a round in two warehouses, which are only read. Throws UsageError when they are one. */
export async function diffWarehouses(
  before: NamedWarehouse,
  after: NamedWarehouse,
  round: string,
  options: WarehouseOptions,
): Promise<WarehouseDiff> {
  if (before.path === after.path)
    throw new UsageError(
      `"${before.name}" and "${after.name}" are the same warehouse: there is nothing to compare.`,
    );
  const connected = await connect(":memory:", options);
  try {
    const { connection } = connected;
    await connection.run(`attach ${sqlLiteral(before.path)} as before (read_only)`);
    await connection.run(`attach ${sqlLiteral(after.path)} as after (read_only)`);
    await refuseUnknownRound(connected, round, [before.name, after.name]);
    const errors = await compareEstimates(connection, round);
    const content = {
      before: before.name,
      after: after.name,
      round,
      causes: causesOf(before, after),
      changed_settings: [...new Set([...before.changedSettings, ...after.changedSettings])],
      is_same_sample: errors !== null,
      nodes: await readNodes(connected, round, errors),
      units: errors === null ? [] : await readUnits(connected, round),
      points: await readPoints(connected, round),
    };
    return { ...content, sha256: sha256(JSON.stringify(content)) };
  } finally {
    connected.close();
  }
}

async function refuseUnknownRound({ connection }: Connected, round: string, names: readonly string[]) {
  const rows = await readRows(
    connection,
    "select distinct round_code from before.spec.rounds union select round_code from after.spec.rounds order by all",
  );
  const rounds = rows.map(({ round_code }) => String(round_code));
  if (!rounds.includes(round))
    throw new UsageError(`Neither "${names.join('" nor "')}" holds a round ${round}.`, {
      hint: `There are ${rounds.join(", ")}.`,
    });
}

function causesOf({ madeOf: a }: NamedWarehouse, { madeOf: b }: NamedWarehouse): Cause[] | null {
  if (a === null || b === null) return null;
  return [
    ...(a.snapshot === b.snapshot ? [] : (["data"] as const)),
    ...(a.models === b.models ? [] : (["recipe"] as const)),
    ...(a.code === b.code ? [] : (["code"] as const)),
  ];
}

/** The share shown of each node in one warehouse. */
function shownOf(side: string, round: string): string {
  return `
    select e.domain_level, e.domain_code, e.node_level, e.node_code, e.provenance,
      round(100 * e.share, 12) as percent, 100 * e.share_se as se
    from ${side}.estimates.sipas e
    join ${side}.spec.sipas_rules u using (round_code, index_code)
    where e.round_code = '${round}' and e.recipe_code = u.shown_recipe`;
}

async function readNodes(
  { connection }: Connected,
  round: string,
  errors: DifferenceErrors | null,
): Promise<NodeDifference[]> {
  const rows = await readRows(
    connection,
    `select domain_level, domain_code, d.unit_code, d.domain_name, d.domain_name_en, node_level, node_code,
       n.node_name, n.node_name_en,
       b.percent as old_percent, b.se as old_se, a.percent as new_percent, a.se as new_se,
       coalesce(b.provenance, a.provenance) as provenance
     from (${shownOf("before", round)}) b
     full join (${shownOf("after", round)}) a using (domain_level, domain_code, node_level, node_code)
     join before.estimates.domain_names d
       on d.round_code = '${round}' and d.index_code = 'sipas'
       and d.domain_level = coalesce(b.domain_level, a.domain_level) and d.domain_code = coalesce(b.domain_code, a.domain_code)
     join before.spec.sipas_rules u on u.round_code = '${round}'
     join before.spec.nodes n
       on n.instrument_code = u.instrument_code and n.node_code = coalesce(b.node_code, a.node_code)
     order by list_position(['nation', 'region', 'province'], domain_level), domain_code, n.node_order`,
  );
  return rows.map((row) => toNode(row, errors));
}

function toNode(row: Row, errors: DifferenceErrors | null): NodeDifference {
  const found = row as unknown as Omit<NodeDifference, "difference" | "status">;
  const { domain_level, domain_code, node_code, old_percent, new_percent } = found;
  const nothing = { difference_se: null, difference_df: null, difference_low: null, difference_high: null };
  const difference = old_percent === null || new_percent === null ? null : new_percent - old_percent;
  const without = (status: DifferenceStatus): NodeDifference => ({
    ...found,
    difference,
    ...nothing,
    status,
  });
  if (old_percent === null) return without(new_percent === null ? "unchanged" : "no_old_value");
  if (difference === null) return without("no_new_value");
  if (errors === null) return without("other_sample");
  const error = errors.get(errorKey(domain_level, domain_code, node_code));
  if (difference === 0 && (error === undefined || error.variance === 0)) return without("unchanged");
  if (error === undefined || error.df < 1) return without("one_cluster");
  const se = 100 * Math.sqrt(error.variance);
  const { low, high } = confidenceInterval(difference, se, error.df);
  return {
    ...found,
    difference,
    difference_se: se,
    difference_df: error.df,
    difference_low: low,
    difference_high: high,
    status: "ok",
  };
}

async function readUnits({ connection }: Connected, round: string): Promise<UnitMovement[]> {
  const ranked = (side: string) => `
    select domain_code as unit_code, percent, provenance,
      if(percent is null, null, rank() over (order by percent desc nulls last))::integer as place
    from (${shownOf(side, round)}) where domain_level = 'province' and node_level = 'overall'`;
  const rows = await readRows(
    connection,
    `with
     counts as (
       select unit_code,
         (count(*) filter (before_weight > 0))::integer as n_old,
         (count(*) filter (after_weight > 0))::integer as n_new,
         (count(*) filter (after_weight = 0))::integer as n_left,
         (count(*) filter (before_weight = 0))::integer as n_joined,
         (count(*) filter (before_weight > 0 and after_weight > 0 and before_weight <> after_weight))::integer as n_reweighted,
         (count(*) filter (before_weight > 0 and after_weight > 0 and before_levels <> after_levels))::integer as n_answered_otherwise
       from (
         select unit_code, before_weight, after_weight,
           [*columns('^before_level_')] as before_levels, [*columns('^after_level_')] as after_levels
         from pairs)
       group by all)
     select b.unit_code, d.domain_name as unit_name, d.domain_name_en as unit_name_en,
       b.percent as old_percent, a.percent as new_percent, b.place as old_rank, a.place as new_rank,
       b.place - a.place as places_gained,
       ${["n_old", "n_new", "n_left", "n_joined", "n_reweighted", "n_answered_otherwise"].map((name) => `c.${name}`).join(", ")},
       b.provenance
     from (${ranked("before")}) b
     join (${ranked("after")}) a using (unit_code)
     join before.estimates.domain_names d
       on d.round_code = '${round}' and d.index_code = 'sipas' and d.domain_level = 'province' and d.domain_code = b.unit_code
     join counts c on c.unit_code = b.unit_code
     order by b.place nulls last, b.unit_code`,
  );
  return rows as unknown as UnitMovement[];
}

async function readPoints({ connection }: Connected, round: string): Promise<PointsDifference[]> {
  const totals = (side: string) => `
    select index_code, unit_code, index_percent::varchar as percent, index_rank as place
    from ${side}.scores.par_ministry_scores where round_code = '${round}'
    union all
    select index_code, unit_code, index_percent::varchar, index_rank from ${side}.scores.par_index where round_code = '${round}'`;
  const rows = await readRows(
    connection,
    `select index_code, unit_code, b.percent as old_percent, a.percent as new_percent, b.place as old_rank, a.place as new_rank
     from (${totals("before")}) b full join (${totals("after")}) a using (index_code, unit_code)
     where b.percent is distinct from a.percent or b.place is distinct from a.place
     order by index_code, unit_code`,
  );
  return rows as unknown as PointsDifference[];
}
