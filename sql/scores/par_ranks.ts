import { groupBy } from "../../models/groupBy.ts";
import { rankUnits, type UnitRank } from "../../models/rankings/rankUnits.ts";
import { competitionRanks, denseRanks } from "../../models/statistics/competitionRanks.ts";
import { defineRows, type Row } from "../table.ts";

/** Real and fictional units, and units of different frameworks, are ranked apart: each `ranking_code` by itself. */
export default defineRows({
  head: {
    summary:
      "Where each unit stands in its PAR INDEX ranking: rank with marginal and simultaneous sets, within region, group and type; units without a rank stay, with the reason.",
    grain: ["round_code", "index_code", "unit_code"],
    checks: {
      "one of": { rank_status: ["ranked", "unranked", "withheld"] },
      "no rows": {
        "a place, counted over every unit ahead, lies in its sets, and the marginal set in the simultaneous one": `
          with placed as (
            select *, rank() over (partition by round_code, index_code, ranking_code order by index_rank) as place
            from this where index_rank is not null
          )
          from placed where not (simultaneous_low <= marginal_low and marginal_low <= place
            and place <= marginal_high and marginal_high <= simultaneous_high)`,
        "what is ranked is what has the error": `
          select i.unit_code, i.index_percent, e.percent from scores.par_index i
          join scores.par_node_errors e using (round_code, index_code, unit_code)
          where e.node_code = 'total' and abs(i.index_percent - e.percent) > 1e-6`,
        "who has no rank has a reason":
          "from this where (rank_status = 'ranked') <> (index_rank is not null)",
      },
    },
  },
  inputs: {
    units: `
      select
        i.round_code, i.index_code, i.unit_code, i.ranking_code, i.framework_code, i.is_fictional, i.is_ranked, i.index_rank, i.n_ranked,
        i.index_percent, i.group_code, i.points_status, i.provenance, e.percent_se, e.percent_df, e.percent_status,
        coalesce(f.region_code, u.region_code) as region_code,
        coalesce(f.unit_type, u.unit_type) as unit_type,
        coalesce(r.ties, 'competition') as ties
      from scores.par_index i
      join scores.par_node_errors e
        on e.round_code = i.round_code and e.index_code = i.index_code and e.unit_code = i.unit_code and e.node_code = 'total'
      left join spec.par_rules r on r.round_code = i.round_code and r.index_code = i.index_code
      left join spec.fictional_units f on f.unit_code = i.unit_code
      left join spec.round_units u
        on u.round_code = i.round_code and u.index_code = i.index_code and u.unit_code = i.unit_code
      order by i.round_code, i.index_code, i.ranking_code, i.unit_code`,
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    unit_code: "VARCHAR",
    ranking_code: "VARCHAR",
    framework_code: "VARCHAR",
    is_fictional: "BOOLEAN",
    rank_status: "VARCHAR",
    index_rank: "INTEGER",
    n_ranked: "INTEGER",
    marginal_low: "INTEGER",
    marginal_high: "INTEGER",
    simultaneous_low: "INTEGER",
    simultaneous_high: "INTEGER",
    indistinct_codes: "VARCHAR",
    n_indistinct: "INTEGER",
    top_share: "DOUBLE",
    bottom_share: "DOUBLE",
    is_tied_in_print: "BOOLEAN",
    region_code: "VARCHAR",
    region_rank: "INTEGER",
    n_region: "INTEGER",
    group_code: "VARCHAR",
    group_rank: "INTEGER",
    n_group: "INTEGER",
    unit_type: "VARCHAR",
    type_rank: "INTEGER",
    n_type: "INTEGER",
    provenance: "VARCHAR",
  },
  *rows({ units = [] }) {
    const rankings = groupBy(units, (row) =>
      [row["round_code"], row["index_code"], row["ranking_code"]].join("/"),
    );
    for (const ranking of rankings.values()) {
      const ranked = ranking.filter((row) => row["index_rank"] !== null);
      const sets = new Map(setsOf(ranked).map((own) => [own.code, own]));
      for (const row of ranking) {
        const {
          percent_se,
          percent_df,
          percent_status,
          points_status,
          is_ranked,
          ties,
          index_percent,
          ...own
        } = row;
        yield {
          ...own,
          rank_status:
            own["index_rank"] !== null ? "ranked" : points_status === "ok" ? "unranked" : "withheld",
          ...toColumns(sets.get(String(row["unit_code"]))),
          is_tied_in_print: row["index_rank"] !== null && ranked.some((other) => isTiedInPrint(row, other)),
          ...rankWithin(row, ranked, "region_code", "region"),
          ...rankWithin(row, ranked, "group_code", "group"),
          ...rankWithin(row, ranked, "unit_type", "type"),
        };
      }
    }
  },
});

/** Sets stand only where every ranked unit has an error, or is fixed: an unknown error would be taken for none. */
function setsOf(ranked: readonly Row[]): UnitRank[] {
  if (ranked.some((row) => row["percent_status"] !== "ok" && row["percent_status"] !== "fixed")) return [];
  return rankUnits(
    ranked.map((row) => ({
      code: String(row["unit_code"]),
      percent: Number(row["index_percent"]),
      se: Number(row["percent_se"] ?? 0),
      df: row["percent_df"] === null ? Number.POSITIVE_INFINITY : Number(row["percent_df"]),
    })),
    ranked[0]?.["ties"] as "competition" | "dense" | undefined,
  );
}

function toColumns(own: UnitRank | undefined): Row {
  return {
    marginal_low: own?.marginal.low ?? null,
    marginal_high: own?.marginal.high ?? null,
    simultaneous_low: own?.simultaneous.low ?? null,
    simultaneous_high: own?.simultaneous.high ?? null,
    indistinct_codes: own?.indistinct.join(" ") ?? null,
    n_indistinct: own?.indistinct.length ?? null,
    top_share: own?.ends?.topShare ?? null,
    bottom_share: own?.ends?.bottomShare ?? null,
  };
}

/** Equal at two decimals and of another rank; no error is needed to see that. */
function isTiedInPrint(row: Row, other: Row): boolean {
  const printed = ({ index_percent }: Row) => Number(index_percent).toFixed(2);
  return row["index_rank"] !== other["index_rank"] && printed(row) === printed(other);
}

/** The rank among ranked units that share a column's value, with ties as in the round. */
function rankWithin(row: Row, ranked: readonly Row[], column: string, name: string): Row {
  const peers = row[column] === null ? [] : ranked.filter((other) => other[column] === row[column]);
  const place = peers.indexOf(row);
  const ranks = (row["ties"] === "dense" ? denseRanks : competitionRanks)(
    peers.map((peer) => -Number(peer["index_rank"])),
  );
  return {
    [`${name}_rank`]: place < 0 ? null : (ranks[place] ?? null),
    [`n_${name}`]: place < 0 ? null : peers.length,
  };
}
