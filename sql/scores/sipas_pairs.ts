import { groupBy } from "../../models/groupBy.ts";
import { pairwiseComparisons } from "../../models/statistics/pairwiseComparisons.ts";
import { defineRows, type Row } from "../table.ts";

/** All pairs are looked at, because which one leads is itself read from the results. Provinces are sampled independently. */
export default defineRows({
  head: {
    summary:
      "How many other ranked provinces each province cannot be told apart from in SIPAS: t tests of all pairs, held together after Holm, 5 %.",
    grain: ["round_code", "index_code", "recipe_code", "unit_code"],
    checks: {
      "no rows": {
        "nobody is compared with more than all others":
          "from this where n_alike > n_others or (n_alike is null) <> (test_status <> 'ok')",
      },
    },
  },
  inputs: {
    scores: `
      select round_code, index_code, recipe_code, unit_code, score_percent, rank_se, rank_df, provenance
      from scores.sipas_scores where score_rank is not null
      order by round_code, index_code, recipe_code, unit_code`,
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    recipe_code: "VARCHAR",
    unit_code: "VARCHAR",
    n_others: "INTEGER",
    n_alike: "INTEGER",
    test_status: "VARCHAR",
    provenance: "VARCHAR",
  },
  *rows({ scores = [] }) {
    const rankings = groupBy(scores, (row) =>
      [row["round_code"], row["index_code"], row["recipe_code"]].join("/"),
    );
    for (const ranking of rankings.values()) {
      const apart = pairsApart(ranking.filter(hasError));
      for (const { score_percent, rank_se, rank_df, ...own } of ranking) {
        const isTested = hasError({ rank_se, rank_df } as Row);
        const n_others = ranking.length - 1;
        yield {
          ...own,
          n_others,
          n_alike: isTested ? n_others - (apart.get(String(own["unit_code"])) ?? 0) : null,
          test_status: isTested ? "ok" : "not_estimable",
        } as Row;
      }
    }
  },
});

const hasError = (row: Row): boolean => row["rank_se"] !== null && row["rank_df"] !== null;

/** How many others each province is told apart from; who has no error is told apart from nobody. */
function pairsApart(tested: readonly Row[]): ReadonlyMap<string, number> {
  const variances = tested.map((row) => Number(row["rank_se"]) ** 2);
  const pairs = pairwiseComparisons(
    {
      names: tested.map((row) => String(row["unit_code"])),
      estimates: tested.map((row) => Number(row["score_percent"])),
      covariance: variances.map((variance, j) => variances.map((_, k) => (j === k ? variance : 0))),
    },
    tested.map((row) => Number(row["rank_df"])),
  );
  const apart = new Map<string, number>();
  for (const { first, second } of pairs.filter((pair) => pair.holm !== null && pair.holm < 0.05))
    for (const unit of [first, second]) apart.set(unit, (apart.get(unit) ?? 0) + 1);
  return apart;
}
