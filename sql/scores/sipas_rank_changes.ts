import { groupBy } from "../../models/groupBy.ts";
import { rankChange } from "../../models/rankings/rankChange.ts";
import { defineRows, type Row } from "../table.ts";

/** Both ranks are made again among the provinces that are ranked in both rounds: a rank among others is another rank. */
export default defineRows({
  head: {
    summary:
      "Change of each province's rank in SIPAS since an earlier comparable round, split into its own part and the others'; only provinces ranked in both.",
    grain: ["round_code", "index_code", "recipe_code", "earlier_round", "unit_code"],
    checks: {
      "no rows": {
        "the parts add to the change": "from this where own_change + others_change <> rank_change",
        "the change is that of the two ranks": "from this where score_rank - earlier_rank <> rank_change",
      },
    },
  },
  inputs: {
    scores: `
      select s.round_code, s.index_code, s.recipe_code, c.earlier_round, s.unit_code, s.score_percent, e.score_percent as earlier_percent,
        s.provenance
      from scores.sipas_scores s
      join spec.sipas_comparability c using (round_code, index_code)
      join scores.sipas_scores e
        on e.round_code = c.earlier_round and e.index_code = s.index_code and e.recipe_code = s.recipe_code and e.unit_code = s.unit_code
      where c.is_comparable and s.score_rank is not null and e.score_rank is not null and s.provenance = e.provenance
      order by s.round_code, s.index_code, s.recipe_code, c.earlier_round, s.unit_code`,
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    recipe_code: "VARCHAR",
    earlier_round: "VARCHAR",
    unit_code: "VARCHAR",
    n_ranked: "INTEGER",
    earlier_rank: "INTEGER",
    score_rank: "INTEGER",
    rank_change: "INTEGER",
    own_change: "DOUBLE",
    others_change: "DOUBLE",
    provenance: "VARCHAR",
  },
  *rows({ scores = [] }) {
    const pairs = groupBy(scores, (row) =>
      [row["round_code"], row["index_code"], row["recipe_code"], row["earlier_round"]].join("/"),
    );
    for (const pair of pairs.values()) {
      const before = pair.map((row) => Number(row["earlier_percent"]));
      const after = pair.map((row) => Number(row["score_percent"]));
      for (const [unit, { score_percent, earlier_percent, ...key }] of pair.entries()) {
        const { change, own, others } = rankChange(before, after, unit);
        const earlier = 1 + before.filter((value) => value > before[unit]!).length;
        yield {
          ...key,
          n_ranked: pair.length,
          earlier_rank: earlier,
          score_rank: 1 + after.filter((value) => value > after[unit]!).length,
          rank_change: change,
          own_change: own,
          others_change: others,
        } as Row;
      }
    }
  },
});
