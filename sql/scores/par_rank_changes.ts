import { groupBy } from "../../models/groupBy.ts";
import { rankChange } from "../../models/rankings/rankChange.ts";
import { competitionRanks } from "../../models/statistics/competitionRanks.ts";
import { defineRows, type Row } from "../table.ts";

/** Both ranks are made again among the units that are ranked in both rounds: a rank among others is another rank. */
export default defineRows({
  head: {
    summary:
      "Change of each unit's rank in PAR INDEX from scorecards since the earlier round, split into its own part and the others'; where there is none, why not.",
    grain: ["round_code", "index_code", "unit_code"],
    checks: {
      "one of": {
        change_status: [
          "ok",
          "other_framework",
          "other_survey_rules",
          "no_rank",
          "no_earlier_card",
          "no_earlier_rank",
        ],
      },
      "no rows": {
        "the parts add to the change": "from this where own_change + others_change <> rank_change",
        "the change is that of the two ranks": "from this where index_rank - earlier_rank <> rank_change",
        "a change, or a reason why there is none":
          "from this where (change_status = 'ok') <> (rank_change is not null)",
        "without ties, what one rises others fall": `
          select round_code, index_code, ranking_code, sum(rank_change) as moved from this
          where change_status = 'ok' group by all
          having sum(rank_change) <> 0 and count(distinct index_rank) = count(*) and count(distinct earlier_rank) = count(*)`,
      },
    },
  },
  inputs: {
    units: `
      select
        i.round_code, i.index_code, i.ranking_code, c.earlier_round, i.unit_code, i.is_fictional,
        i.points, i.max_points, e.points as earlier_points, e.max_points as earlier_max_points,
        case
          when not c.is_comparable then c.comparison_kind
          when i.index_rank is null then 'no_rank'
          when e.unit_code is null then 'no_earlier_card'
          when e.index_rank is null then 'no_earlier_rank'
          else 'ok'
        end as change_status,
        i.provenance
      from scores.par_index i
      join scores.par_comparability c using (round_code, index_code, ranking_code)
      left join scores.par_index e
        on e.round_code = c.earlier_round and e.index_code = c.index_code and e.ranking_code = c.earlier_ranking_code
        and e.unit_code = i.unit_code
      order by i.round_code, i.index_code, i.ranking_code, i.unit_code`,
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    ranking_code: "VARCHAR",
    unit_code: "VARCHAR",
    is_fictional: "BOOLEAN",
    earlier_round: "VARCHAR",
    change_status: "VARCHAR",
    n_ranked: "INTEGER",
    earlier_rank: "INTEGER",
    index_rank: "INTEGER",
    rank_change: "INTEGER",
    own_change: "DOUBLE",
    others_change: "DOUBLE",
    provenance: "VARCHAR",
  },
  *rows({ units = [] }) {
    const rankings = groupBy(units, (row) =>
      [row["round_code"], row["index_code"], row["ranking_code"]].join("/"),
    );
    for (const ranking of rankings.values()) {
      const both = ranking.filter((row) => row["change_status"] === "ok");
      const before = both.map((row) => percentOf(row, "earlier_points", "earlier_max_points"));
      const after = both.map((row) => percentOf(row, "points", "max_points"));
      const earlierRanks = competitionRanks(before);
      const ranks = competitionRanks(after);
      for (const row of ranking) {
        const { points, max_points, earlier_points, earlier_max_points, ...own } = row;
        const at = both.indexOf(row);
        const parts = at < 0 ? null : rankChange(before, after, at);
        yield {
          ...own,
          n_ranked: both.length,
          earlier_rank: earlierRanks[at] ?? null,
          index_rank: ranks[at] ?? null,
          rank_change: parts?.change ?? null,
          own_change: parts?.own ?? null,
          others_change: parts?.others ?? null,
        };
      }
    }
  },
});

/** Brought to 12 decimals, as every ranking is. */
function percentOf(row: Row, points: string, max: string): number {
  return Math.round(((100 * Number(row[points])) / Number(row[max])) * 1e12) / 1e12;
}
